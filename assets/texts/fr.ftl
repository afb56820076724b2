### Les textes de la fenêtre de Diptych en français (Project Fluent, syntaxe 1.0).
###
### Espace fine insécable (U+202F) avant ; ! ?, espace insécable (U+00A0) avant : et % et à
### l’intérieur des guillemets, apostrophe typographique.

## General

language-itself = français
number-thousands = {"\u202F"}
number-decimal = ,
and = {" et "}
rows =
    { $count ->
        [one] { $count } ligne
       *[other] { $count } lignes
    }
units =
    { $count ->
        [one] { $count } unité
       *[other] { $count } unités
    }
units-so-far =
    { $count ->
        [one] { $count } unité pour l’instant
       *[other] { $count } unités pour l’instant
    }
hits =
    { $count ->
        [0] Aucune occurrence
        [one] { $count } occurrence
       *[other] { $count } occurrences
    }
links-accepted =
    { $count ->
        [one] { $count } lien accepté
       *[other] { $count } liens acceptés
    }
doubtful-links =
    { $count ->
        [one] { $count } lien douteux
       *[other] { $count } liens douteux
    }
locked = verrouillée

## Days and months

moment-day-long = { $weekday } { $day } { $month } { $year }
moment-day = { $day } { $month } { $year }
moment-day-and-clock = { $day } { $month }, { $clock }
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

## Roles of blocks

role-time = heure
role-headline = titre
role-number = numéro
role-date = date
role-dateline = lieu et date
role-subhead = intertitre
role-embargo = embargo
role-lead-in = phrase introductive
role-body = corps
role-salutation = salutation
role-speaker = intervenant
role-question = question
role-quotation = citation
role-list-item = élément de liste
role-boilerplate = formule de présentation
role-contact = contact
role-end-mark = marque de fin
role-chrome = habillage de page

## How far a release is

release-arrived = Reçu
release-in-alignment = En alignement
release-in-translation = En traduction
release-in-revision = En révision
release-approved = Approuvé
release-published = Publié

## Status of a unit

unit-draft = Brouillon
unit-translated = Traduit
unit-approved = Approuvé
unit-published = Publié

## Penalties of a match

penalty-another-number = un autre nombre
penalty-another-date = une autre date
penalty-another-closing-mark = un autre signe final
penalty-capitals = majuscules
penalty-accents = accents
penalty-typography = typographie
penalty-tags = balises
penalty-aligned-and-nobody-has-accepted-the-link = aligné, et personne n’a accepté le lien

## Columns of a table

field-source = source
field-target = cible
field-author = auteur
field-release = communiqué
field-date = date
field-issuer = institution
field-status = statut

## Light and dark

theme-system = Système
theme-light = Clair
theme-dark = Sombre

## Changes, as undoing names them

change-accept-link = accepter le lien
change-accept-sure-links-in-all-translations = accepter les liens sûrs de toutes les traductions
change-accept-sure-links = accepter les liens sûrs
change-add-reference = ajouter la référence
change-add-to-memory = ajouter à la mémoire
change-change-role = changer le rôle
change-clear-target = vider la cible
change-confirm = confirmer
change-copy-source = copier la source
change-correct-sentence = corriger la phrase
change-correct-everywhere = corriger partout
change-keep-private = garder privé
change-keep-private-no-longer = ne plus garder privé
change-send-to-shared-memory = envoyer à la mémoire partagée
change-store-a-term = enregistrement d’un terme
change-take-terms-in = reprise de termes
change-delete-terms = suppression de termes
change-delete-row = supprimer la ligne
change-draft-from-match = brouillon d’une correspondance
change-edit-rule = modifier la règle
change-going-back-to-a-former-state = retour à un état antérieur
change-join-rows = joindre des lignes
change-leave-out-or-added = marquer comme omise ou ajoutée
change-leave-row-out = omettre la ligne
change-link-to-another-sentence = lier à une autre phrase
change-link = lier
change-lock-row = verrouiller la ligne
change-unlock-row = déverrouiller la ligne
change-make-draft-again = remettre en brouillon
change-move-sentence-down = descendre la phrase
change-move-sentence-up = monter la phrase
change-pin-link = épingler le lien
change-unpin-link = libérer le lien
change-realign-the-rest = réaligner la suite
change-remove-rule = supprimer la règle
change-replace = remplacer
change-split-row = couper la ligne
change-split-sentence = couper la phrase
change-take-match = prendre la correspondance
change-typing = frappe
change-unlink-row = délier la ligne

## Commands, and other words that find them

command-confirm = Confirmer et aller à la prochaine ligne à confirmer
    .words = valider accepter approuver terminer traduit
command-accept = Accepter le lien et aller au douteux suivant
    .words = valider confirmer approuver
command-next-open = Ligne vide suivante
    .words = segment non traduit ouverte
command-next-doubtful = Lien douteux suivant
    .words = incertain faux erreur
command-previous-doubtful = Lien douteux précédent
    .words = incertain faux erreur
command-most-doubtful = Lien le plus douteux
    .words = incertain faux erreur
command-next-row = Ligne suivante
    .words = segment bas descendre
command-previous-row = Ligne précédente
    .words = segment haut monter
command-go-to-row = Aller à la ligne
    .words = sauter numéro segment
command-take-match-1 = Prendre la correspondance 1
    .words = insérer suggestion floue mt
command-take-match-2 = Prendre la correspondance 2
    .words = insérer suggestion floue mt
command-take-match-3 = Prendre la correspondance 3
    .words = insérer suggestion floue mt
command-take-match-4 = Prendre la correspondance 4
    .words = insérer suggestion floue mt
command-take-match-5 = Prendre la correspondance 5
    .words = insérer suggestion floue mt
command-take-match-6 = Prendre la correspondance 6
    .words = insérer suggestion floue mt
command-take-match-7 = Prendre la correspondance 7
    .words = insérer suggestion floue mt
command-take-match-8 = Prendre la correspondance 8
    .words = insérer suggestion floue mt
command-take-match-9 = Prendre la correspondance 9
    .words = insérer suggestion floue mt
command-insert-match-1 = Insérer la correspondance 1 au curseur
    .words = passage fragment ajouter partie
command-insert-match-2 = Insérer la correspondance 2 au curseur
    .words = passage fragment ajouter partie
command-insert-match-3 = Insérer la correspondance 3 au curseur
    .words = passage fragment ajouter partie
command-insert-match-4 = Insérer la correspondance 4 au curseur
    .words = passage fragment ajouter partie
command-insert-match-5 = Insérer la correspondance 5 au curseur
    .words = passage fragment ajouter partie
command-insert-match-6 = Insérer la correspondance 6 au curseur
    .words = passage fragment ajouter partie
command-insert-match-7 = Insérer la correspondance 7 au curseur
    .words = passage fragment ajouter partie
command-insert-match-8 = Insérer la correspondance 8 au curseur
    .words = passage fragment ajouter partie
command-insert-match-9 = Insérer la correspondance 9 au curseur
    .words = passage fragment ajouter partie
command-explain-match = Pourquoi ce pourcentage
    .words = score correspondance raison détails
command-copy-source = Copier la source dans la cible
    .words = insérer original
command-clear-target = Vider la cible
    .words = effacer supprimer enlever traduction
command-leave-out = Omettre cette ligne
    .words = sauter laisser non traduit
command-confirm-and-next = Confirmer et aller à la ligne suivante
    .words = valider accepter approuver terminer mt
command-confirm-without-memory = Confirmer sans mémoire et aller à la prochaine ligne à confirmer
    .words = valider accepter approuver terminer mt
command-unconfirm = Remettre en brouillon
    .words = rouvrir modifier désapprouver déconfirmer
command-toggle-lock = Verrouiller ou déverrouiller la ligne
    .words = protéger bloquer figer
command-toggle-apart = Excepter la ligne de la propagation, ou non
    .words = répétition autopropagation exception variante unique
command-insert-no-break-space = Insérer une espace insécable
    .words = nbsp blanc
command-insert-character-u202f = Insérer une espace fine insécable
    .words = symbole guillemet tiret typographie nbsp
command-insert-character-u00ab = Insérer un guillemet ouvrant «
    .words = symbole tiret espace typographie
command-insert-character-u00bb = Insérer un guillemet fermant »
    .words = symbole tiret espace typographie
command-insert-character-u201c = Insérer un guillemet anglais ouvrant “
    .words = symbole tiret espace typographie
command-insert-character-u201d = Insérer un guillemet anglais fermant ”
    .words = symbole tiret espace typographie
command-insert-character-u2019 = Insérer une apostrophe ’
    .words = symbole guillemet tiret typographie
command-insert-character-u2013 = Insérer un tiret demi-cadratin –
    .words = symbole guillemet espace typographie
command-insert-character-u2014 = Insérer un tiret cadratin —
    .words = symbole guillemet espace typographie
command-insert-character-u2026 = Insérer des points de suspension …
    .words = symbole guillemet ellipse typographie
command-special-characters = Caractères spéciaux
    .words = symbole guillemet tiret espace typographie insécable
command-insert-value = Insérer le nombre, la date ou le nom suivant de la source
    .words = chiffre copier
command-insert-code = Insérer le prochain code de la source
    .words = balise code pastille gras lien mise en forme
command-change-case = Changer la casse
    .words = majuscules minuscules capitales
command-suggest = Orthographe : suggestions…
    .words = correcteur faute correction vérification hunspell f7
command-next-misspelt = Orthographe : mot inconnu suivant
    .words = correcteur faute coquille erreur vérification
command-add-word = Orthographe : ajouter à mes mots
    .words = correcteur apprendre dictionnaire ignorer personnel
command-next-finding = Ligne suivante à vérifier
    .words = contrôle erreur chiffre nombre orthographe avertissement
command-mend-finding = Corriger la remarque
    .words = réparer correction vérification
command-dismiss-finding = Cette remarque n’est pas une faute
    .words = écarter ignorer masquer remarque avertissement vérification
command-checks = Vérifications…
    .words = activer désactiver gravité règles réglages accord
command-dismissals = Remarques qui ne sont pas des fautes…
    .words = écartées ignorées reprendre liste vérifications
command-facts = Faits…
    .words = nombres dates noms chiffres apparier comparer cocher
command-gate = Le communiqué est-il prêt ?
    .words = porte publier final prêt manque exporter
command-insert-quotation = Insérer la citation telle que publiée
    .words = citer déjà dit parole guillemets
command-insert-term = Insérer un terme…
    .words = glossaire terminologie équivalent
command-add-term = Ajouter un terme…
    .words = glossaire terminologie nouveau créer
command-forbid-term = Interdire un équivalent…
    .words = glossaire terminologie faux bannir
command-termbases = Bases terminologiques…
    .words = glossaire terminologie ouvrir utiliser
command-term-table = Termes d’une base…
    .words = glossaire terminologie modifier table importer exporter fusionner tbx csv
command-new-names = Noms à ajouter à une base…
    .words = registre personnes organisations lieux sigles
command-insert-left-to-right-mark = Insérer une marque gauche-à-droite (LRM)
    .words = bidi sens direction
command-insert-right-to-left-mark = Insérer une marque droite-à-gauche (RLM)
    .words = bidi sens direction
command-insert-arabic-letter-mark = Insérer une marque de lettre arabe (ALM)
    .words = bidi sens direction
command-join = Joindre à la ligne suivante
    .words = fusionner réunir
command-split = Couper la ligne
    .words = scinder diviser séparer
command-move-up = Monter la phrase cible
    .words = déplacer
command-move-down = Descendre la phrase cible
    .words = déplacer
command-move-source-up = Monter la phrase source
    .words = déplacer
command-move-source-down = Descendre la phrase source
    .words = déplacer
command-unlink = Délier les deux côtés
    .words = séparer détacher
command-link = Lier à la phrase libre la plus proche
    .words = relier paire
command-leave-apart = Marquer comme omise ou ajoutée
    .words = absente manquante en trop
command-edit-sentences = Corriger ou couper une phrase
    .words = modifier faute scinder
command-delete-row = Supprimer la ligne ajoutée
    .words = enlever effacer
command-pin = Épingler ou libérer le lien
    .words = fixer garder verrouiller
command-realign = Réaligner la suite
    .words = refaire alignement automatique
command-accept-sure = Accepter tous les liens dès 0,90
    .words = confirmer approuver en bloc
command-accept-from = Accepter tous les liens au-dessus d’une confiance…
    .words = confirmer approuver en bloc
command-add-to-memory = Ajouter les lignes acceptées à la mémoire
    .words = mt stocker tmx
command-go-to-precedent = Corriger la ligne alignée derrière la correspondance
    .words = réparer source alignement
command-concordance = Concordance : chercher dans les mémoires
    .words = recherche mémoire terme expression régulière
command-precedent = Communiqué antérieur de la correspondance
    .words = précédent source contexte ancien déclaration voisins
command-go-back = Revenir à la ligne de la correspondance
    .words = retour
command-toggle-reference = Afficher ou masquer la référence
    .words = troisième langue pivot panneau
command-choose-reference = Référence…
    .words = troisième langue pivot panneau
command-derive-pair = Déduire une paire par la source…
    .words = pivot pont triangulation
command-join-always = Toujours joindre à la phrase suivante…
    .words = fusionner règle segmentation exception abréviation
command-split-always = Toujours couper la phrase ici…
    .words = scinder règle segmentation exception
command-filter = Filtrer les lignes
    .words = afficher seulement masquer état
command-clear-filter = Effacer le filtre, afficher toutes les lignes
    .words = réinitialiser enlever
command-refresh-filter = Actualiser le filtre
    .words = mettre à jour de nouveau
command-find = Chercher et remplacer
    .words = recherche trouver regex
command-find-next = Occurrence suivante
    .words = chercher recherche trouver
command-find-previous = Occurrence précédente
    .words = chercher recherche trouver
command-replace = Remplacer les occurrences
    .words = substituer changer chercher
command-next-in-archive = Lien douteux suivant de tous les communiqués
    .words = file incertain archives
command-previous-in-archive = Lien douteux précédent de tous les communiqués
    .words = file incertain archives
command-accept-in-archive = Accepter le lien et aller au suivant de tous les communiqués
    .words = approuver en bloc archives
command-accept-in-all = Tout accepter au-dessus d’une confiance dans tous les communiqués…
    .words = approuver en bloc archives
command-judge-sample = Juger un échantillon aléatoire de liens
    .words = qualité taux erreur contrôle hasard
command-judge-right = Échantillon : ce lien est juste
    .words = correct bon
command-judge-wrong = Échantillon : ce lien est faux
    .words = erreur mauvais
command-judged-last = Échantillon : revenir au dernier lien jugé
    .words = précédent retour
command-analyse = Analyser…
    .words = analyse statistiques nombre de mots devis tranches répétitions rapport
command-pretranslate = Prétraduire…
    .words = prétraduction remplir lot automatique mémoire
command-add-all-to-memory = Ajouter les lignes acceptées de tous les communiqués à la mémoire…
    .words = mt stocker archives
command-next-translation = Traduction suivante
    .words = langue changer cible
command-undo = Annuler
    .words = retour défaire
command-redo = Rétablir
    .words = refaire répéter
command-undo-steps = Annuler et rétablir : toutes les étapes…
    .words = historique liste panneau retour étape
command-show-align = Afficher l’alignement
    .words = vue onglet liens aligneur
command-show-translate = Afficher la traduction
    .words = vue onglet éditeur
command-show-start = Afficher les communiqués
    .words = accueil liste fermer retour fichiers
command-toggle-not-content = Afficher ou masquer les lignes hors contenu
    .words = navigation menu caché habillage
command-include-not-content = Traiter les lignes hors contenu comme du contenu, ou non
    .words = navigation compter
command-change-role = Changer le rôle
    .words = titre liste paragraphe bloc type
command-read-again = Relire en (encodage)
    .words = charset utf windows latin illisible recharger
command-toggle-marks = Afficher ou masquer les espaces et les marques de sens
    .words = invisibles blancs insécable bidi
command-give-back = Exporter la traduction dans son fichier
    .words = fichier docx odt html markdown word document page enregistrer livrer
command-copy-target-text = Copier tout le texte cible
    .words = presse-papiers traduction exporter
command-export-text = Exporter la cible en texte brut
    .words = txt écrire docx word html enregistrer fichier
command-save = Enregistrer
    .words = sauvegarder écrire disque garder
command-save-as = Enregistrer sous
    .words = renommer autre nom sauvegarder
command-toggle-autosave = Activer ou désactiver l’enregistrement automatique
    .words = sauvegarde réglages paramètres
command-toggle-completion = Activer ou désactiver la complétion des mots
    .words = suggestions saisie réglages paramètres
command-toggle-spelling = Orthographe : vérifier ou non
    .words = correcteur vérification activer désactiver réglages
command-choose-dictionary = Orthographe : choisir le dictionnaire…
    .words = hunspell langue mots vérifier correcteur
command-switch-propagation = Changer la propagation : aucune, lignes vides, brouillons déjà remplis aussi
    .words = autopropagation répétitions segments identiques réglages
command-former-states = États antérieurs (sauvegardes)
    .words = historique versions restaurer anciens
command-new-from-one = Nouveau à partir d’un texte
    .words = créer traduire texte txt docx word html fichier coller
command-new-from-two = Nouveau à partir de deux textes
    .words = créer aligner bitexte paire txt docx word html fichier
command-new-archive = Nouveau à partir d’archives
    .words = lot masse dossiers corpus aligner
command-open = Ouvrir un communiqué, une mémoire ou un dossier
    .words = charger fichier projet tmx récent
command-open-folder = Ouvrir un dossier de communiqués
    .words = répertoire liste charger
command-open-sample = Ouvrir l’exemple
    .words = démonstration essai découvrir
command-import-tmx = Importer dans une mémoire
    .words = tmx csv tsv xlsx excel tableau mt charger ajouter bilingue
command-export-memory = Exporter une mémoire
    .words = tmx csv tsv xlsx excel tableau mt écrire enregistrer
command-memories = Mémoires : ordre, pénalité, lecture seule…
    .words = liste priorité confiance verrou fermer mise à jour réglages
command-units = Mémoire : unités…
    .words = mt maintenance éditeur doublons conflits nettoyer supprimer annuler chercher modifier
command-send-to-shared = Envoyer à la mémoire partagée…
    .words = partager publier mémoire de travail unités équipe
command-correct-everywhere = Corriger partout…
    .words = remplacer toutes mémoires terme titre nom fautif maintenance
command-keep-private = Garder privé ce qui est confirmé ici, ou ne plus le garder
    .words = embargo retenir mémoire de travail secret
command-exceptions = Règles de segmentation…
    .words = srx abréviations phrases
command-use-rules = Segmenter les nouveaux textes selon un fichier de règles (SRX)…
    .words = importer couper
command-palette = Commandes
    .words = aide raccourcis menu chercher
command-switch-theme = Changer de thème
    .words = sombre clair noir blanc nuit jour couleur apparence réglages
command-toggle-contrast = Activer ou désactiver le contraste élevé
    .words = accessibilité couleur réglages
command-toggle-panel = Afficher ou masquer le panneau
    .words = correspondances volet côté masquer disposition fenêtre
command-move-panel = Déplacer le panneau : droite, gauche, dessous, flottant
    .words = correspondances volet côté disposition fenêtre
command-toggle-preview = Afficher ou masquer l’aperçu
    .words = page lire vue texte mise en page
command-move-preview = Déplacer l’aperçu : sous les lignes ou à côté
    .words = page disposition côté
command-save-page = Enregistrer la traduction comme page, pour l’imprimer
    .words = imprimer pdf html
command-dock-concordance = Concordance et communiqué antérieur : dans le panneau ou dans une fenêtre
    .words = ancrer détacher flotter chercher mémoire précédent disposition côté
command-your-name = Votre nom…
    .words = auteur personne qui utilisateur réglages
command-source-font = Police des textes source…
    .words = caractères taille lettres colonne réglages
command-target-font = Police des textes cible…
    .words = caractères taille lettres colonne réglages
command-zoom-in = Agrandir
    .words = plus grand zoom augmenter police taille texte
command-zoom-out = Réduire
    .words = plus petit zoom diminuer police taille texte
command-zoom-reset = Taille normale
    .words = zoom réinitialiser police texte 100
command-messages = Messages : tout ce qui a été signalé…
    .words = journal erreurs problèmes avis historique
command-keys = Raccourcis…
    .words = touches clavier jeu trados omegat memoq réglages
command-print-keys = Imprimer la liste des raccourcis…
    .words = touches clavier aide-mémoire
command-about = À propos de Diptych
    .words = version licence aide
command-quit = Quitter
    .words = sortir fermer fin
command-choose-language = Langue de la fenêtre…
    .words = english anglais français interface réglages

## Shared

find-an-encoding = Chercher un encodage
not-content = hors contenu
open-a-folder-of-releases-first = ouvrez d’abord un dossier de communiqués
find = Chercher
to = { $source } vers { $target }
target = langue cible
left-out-nothing-in-the = Omis, rien en { $lang }
accepted = accepté
close = Fermer
rule = Règle
the-rule-cannot-be-read = la règle n’est pas lisible
source = Source
source-language = Langue source
target-title = Cible
state = État
import-into-a-memory = Importer dans une mémoire
export-a-memory = Exporter une mémoire
save = Enregistrer
cancel = Annuler
there-is-no-such-row = cette ligne n’existe pas
least-confidence = Confiance minimale
accept = Accepter
nothing-is-changed-yet = rien n’a encore changé
this-release = ce communiqué
new-texts-are-cut-by-diptychs = Les nouveaux textes sont segmentés selon les règles de Diptych
choose-a-memory-first = choisissez d’abord une mémoire
regex = Regex
clear = Effacer
no-hit-is-chosen = aucune occurrence n’est choisie
private-on-this-machine = privée, sur cette machine
shared-file = fichier partagé
type-a-number-from-0-to = tapez un nombre de 0 à 1
this-takes-a-moment = un instant
align = Aligner
translate = Traduire
releases = Communiqués
commands = Commandes
both-languages-are-the-same = les deux langues sont les mêmes
target-language = Langue cible
updated = mises à jour
find-a-command = Chercher une commande
new-from-two-texts = Nouveau à partir de deux textes
new-from-one-text = Nouveau à partir d’un texte
link = Lien
date = Date
this-link-is-accepted-already = ce lien est déjà accepté
an-accepted-link-stays-where-it = un lien accepté reste où il est
close-the-message = Fermer le message
there-is-no-row = il n’y a pas de ligne
there-is-no-translation = il n’y a pas de traduction
it-has-unsaved-work-open-it = il a du travail non enregistré ; ouvrez-le d’abord
memory = Mémoire « { $name } » : { $sum }
there-is-no-such-sentence = cette phrase n’existe pas
put-the-caret-inside-the-sentence = placez le curseur à l’intérieur de la phrase, là où elle doit être coupée
that-memory-is-not-open = cette mémoire n’est pas ouverte
there-is-no-row-to-join = il n’y a pas de ligne à joindre
the-row-is-locked = la ligne est verrouillée

## Languages (CLDR, common/main/fr.xml); English has its own in the code

language-af = afrikaans
language-am = amharique
language-ar = arabe
language-as = assamais
language-az = azerbaïdjanais
language-be = biélorusse
language-bg = bulgare
language-bn = bengali
language-bo = tibétain
language-bs = bosniaque
language-ca = catalan
language-ceb = cebuano
language-ckb = sorani
language-cs = tchèque
language-cy = gallois
language-da = danois
language-de = allemand
language-dv = maldivien
language-dz = dzongkha
language-el = grec
language-en = anglais
language-eo = espéranto
language-es = espagnol
language-et = estonien
language-eu = basque
language-fa = persan
language-ff = peul
language-fi = finnois
language-fil = filipino
language-fo = féroïen
language-fr = français
language-fy = frison occidental
language-ga = irlandais
language-gd = gaélique écossais
language-gl = galicien
language-gu = goudjarati
language-ha = haoussa
language-he = hébreu
language-hi = hindi
language-hr = croate
language-ht = créole haïtien
language-hu = hongrois
language-hy = arménien
language-id = indonésien
language-ig = igbo
language-is = islandais
language-it = italien
language-ja = japonais
language-jv = javanais
language-ka = géorgien
language-kk = kazakh
language-kl = groenlandais
language-km = khmer
language-kn = kannada
language-ko = coréen
language-ku = kurde
language-ky = kirghize
language-la = latin
language-lb = luxembourgeois
language-ln = lingala
language-lo = lao
language-lt = lituanien
language-lv = letton
language-mg = malgache
language-mi = maori
language-mk = macédonien
language-ml = malayalam
language-mn = mongol
language-mr = marathi
language-ms = malais
language-mt = maltais
language-my = birman
language-nb = norvégien bokmål
language-ne = népalais
language-nl = néerlandais
language-nn = norvégien nynorsk
language-no = norvégien
language-ny = chewa
language-om = oromo
language-or = odia
language-pa = pendjabi
language-pl = polonais
language-ps = pachto
language-pt = portugais
language-qu = quechua
language-rm = romanche
language-rn = roundi
language-ro = roumain
language-ru = russe
language-rw = kinyarwanda
language-sd = sindhi
language-se = same du Nord
language-sg = sango
language-si = cingalais
language-sk = slovaque
language-sl = slovène
language-sm = samoan
language-sn = shona
language-so = somali
language-sq = albanais
language-sr = serbe
language-ss = swati
language-st = sotho du Sud
language-sv = suédois
language-sw = swahili
language-ta = tamoul
language-te = télougou
language-tg = tadjik
language-th = thaï
language-ti = tigrigna
language-tk = turkmène
language-tn = tswana
language-to = tongien
language-tr = turc
language-ts = tsonga
language-ug = ouïghour
language-uk = ukrainien
language-ur = ourdou
language-uz = ouzbek
language-ve = venda
language-vi = vietnamien
language-wo = wolof
language-xh = xhosa
language-yi = yiddish
language-yo = yoruba
language-zh = chinois
language-zu = zoulou
units-cannot-be-changed = Ces unités ne peuvent pas être modifiées : { $why }

## ui/app/archive.rs

archive-choose-the-partner = Choisir le document associé
archive-find-a-text = Chercher un texte

## ui/app/asking.rs

asking-releases-memories-texts = Communiqués, mémoires, textes
asking-all-files = Tous les fichiers
asking-segmentation-rules-srx = Règles de segmentation (SRX)
asking-tmx-tables-memories = TMX, tableaux, mémoires
asking-diptych-memory = Mémoire Diptych
asking-diptych-release = Communiqué Diptych
asking-page = Page
asking-table = Tableau
asking-text = Texte
asking-texts-documents-pages = Textes, documents, pages
asking-plain-text = Texte brut

## ui/app/choosing.rs

choosing-change-role = Changer le rôle
choosing-find-a-role = Chercher un rôle
choosing-read-again-as = Relire en
choosing-read-in-this-encoding = Lire dans cet encodage
choosing-no-memory-is-open = aucune mémoire n’est ouverte
choosing-there-is-no-match-for-this = il n’y a pas de correspondance pour cette ligne

## ui/app/editing.rs

editing-special-characters = Caractères spéciaux
editing-find-a-character = Chercher un caractère
editing-every-number-date-and-name-of = tous les nombres, dates et noms de la source figurent dans la cible

## ui/app/exceptions.rs

exceptions-there-is-nothing-to-join-the = rien à joindre : la dernière phrase de la ligne termine son paragraphe

## ui/app/finding.rs

finding-there-is-no-hit = Aucune occurrence
finding-there-is-nothing-to-replace = Rien à remplacer

## ui/app/importing.rs

importing-the-report-is-on-the-clipboard = Le rapport est dans le presse-papiers
importing-one-file-is-imported-at-a = un fichier est importé à la fois ; le premier est affiché

## ui/app/looks.rs

looks-theme = Thème : { $name }
looks-high = élevé
looks-usual = normal
looks-contrast = Contraste : { $contrast }

## ui/app/review.rs

review-of-the-accepted-links = Parmi les liens acceptés
review-of-all-links = Parmi tous les liens
review-draw-a-random-sample-of-links = Tirer un échantillon aléatoire de liens
review-of = { $size } sur { $from }

## ui/app/spelling.rs

spelling = Orthographe
spelling-caret-at-no-unknown-word = le curseur n’est sur aucun mot inconnu
spelling-one-of-your-words = « { $word } » fait partie de vos mots
spelling-switched-off = la vérification de l’orthographe est désactivée
spelling-no-word-is-left = Il ne reste aucun mot inconnu
spelling-not-known = Inconnu : { $word }
spelling-no-row-has-a-finding = Aucune ligne affichée n’est à vérifier
spelling-find-a-suggestion = Chercher une suggestion
spelling-add-to-my-words = Ajouter « { $word } » à mes mots

## ui/app/third.rs

third-show-a-reference = Afficher une référence
third-find-a-language = Chercher une langue
third-of-this-release = de ce communiqué
third-a-text-in-another-language = Un texte dans une autre langue…
third-from-a-file = d’un fichier
third-no-reference = Aucune référence
third-a-pair-is-derived-from-two = une paire se déduit de deux traductions de la source : ajoutez-en d’abord une autre comme référence
third-derive-a-pair-through-the-source = Déduire une paire par la source
third-find-a-pair = Chercher une paire

## ui/grid/align.rs

align-added-nothing-in-the = Ajout, rien en { $lang }
align-guessed = supposé { $figure }{ $pin }
align-pinned = , épinglé

## ui/grid/codes.rs, ui/app/codes.rs, workbench/desk/codes.rs

codes-missing = Code manquant : { $codes }
codes-doubled = Code en double : { $codes }
codes-crossed = Code fermé avant d’être ouvert : { $codes }
codes-row-lacks-some = La ligne { $number } est confirmée sans tous les codes de sa source
codes-this-row-has-none = La source de cette ligne n’a pas de code
codes-all-are-there = Tous les codes de la source sont dans la cible

## ui/grid/mod.rs

grid-row-source = Ligne { $number }, source
grid-row-target = Ligne { $number }, cible
grid-row-role = Ligne { $number }, rôle

## ui/grid/reference.rs

reference-reference = Référence, { $lang } : { $text }

## ui/grid/spelling.rs

grid-spelling = orthographe : { $words }

## ui/grid/translate.rs

translate-added-nothing-in-the = Ajout, rien en { $name }
translate-target-of-row = Cible de la ligne { $number }
translate-repeat = répétition
translate-copy = copie
translate-filled-from-an-identical-row = reprise d’une ligne identique
translate-joined-across-paragraphs = jointe par-delà les paragraphes
translate-locked = verrouillée
translate-left-out = Omis : { $reason }
translate-not-content = hors contenu ({ $lang })
translate-per-cent = { $score } pour cent
translate-per-cent-edited = { $score } pour cent, modifiée

## ui/shapes/mod.rs

shapes-open = Vide
shapes-draft = Brouillon
shapes-translated = Traduit
shapes-approved = Approuvé
shapes-rejected = Rejeté
shapes-source-changed = Source modifiée
shapes-warning = Avertissement
shapes-error = Erreur
shapes-left-out = Omis
shapes-done = Fait
shapes-locked = Verrouillé
shapes-comment = Commentaire
shapes-pinned = Épinglé
shapes-added = Ajouté
shapes-none = Aucun
shapes-to = vers
shapes-closed = Replié
shapes-opened = Déplié
shapes-document = Document
shapes-two-documents = Deux documents
shapes-folder = Dossier

## ui/views/always.rs

always-split-here-always = Toujours couper ici
always-join-here-always = Toujours joindre ici
always-holds-for = Vaut pour
always-make-it-a-rule = En faire une règle
always-write-a-rule-first = écrivez d’abord une règle
always-becomes = { $row } : { $before } devient { $after } { $words }
always-behind-source = après la phrase source { $number }
always-behind-target = après la phrase cible { $number }
always-in-source = dans la phrase source { $number }
always-in-target = dans la phrase cible { $number }
always-no-place = Aucun endroit de ce communiqué ne changerait
always-places =
    { $count ->
        [one] { $count } endroit de ce communiqué changerait
       *[other] { $count } endroits de ce communiqué changeraient
    }, dont { $translated } avec une traduction{ $locked ->
        [0] {""}
       *[other] , { $locked } verrouillés
    }
always-rows =
    { $count ->
        [one] Ligne { $rows }
       *[other] Lignes { $rows }
    }

## ui/views/archive.rs

archive-the-texts-are-being-read = Lecture des textes en cours.
archive-there-is-no-text-in-these = Il n’y a pas de texte dans ces dossiers. Ajoutez un autre dossier.
archive-archive = Archives
archive-it-is-at-work-esc-stops = travail en cours ; Échap l’arrête
archive-no-pair-is-ready = aucune paire n’est prête
archive-align-all = Tout aligner
archive-add-folder = Ajouter un dossier…
archive-save-to = Enregistrer dans…
archive-leave-archive = Quitter les archives
archive-ready = prêtes
archive-to-choose = à choisir
archive-without-a-partner = sans texte associé
archive-left-out = omises
archive-corrections-without-effect = corrections sans effet
archive-unreadable = illisibles
archive-enter-or-f2-partner-k-keep = Entrée ou F2 : texte associé   K : garder la paire   Suppr : séparer   Espace : omettre
archive-why = Raison
archive-unreadable-word = illisible
archive-was-paired = avait été associé à la main
archive-was-parted = avait été séparé à la main
archive-was-kept = avait été choisi à la main
archive-was-left-out = avait été écarté à la main
archive-does-not-hold = sans effet à présent : un texte manque ou va avec un autre
archive-as-does = { $why }, comme { $rivals }
archive-left-out-word = omise
archive-no-partner = sans texte associé
archive-choose = à choisir
archive-ready-word = prête
archive-failed = échec : { $cause }
archive-with = { $source } avec { $target }
archive-pair = Paire { $pair } : { $why } ; { $state } { $figure }
archive-rows =
    { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, dont { $doubtful } douteuses
archive-rows-was-there =
    { $rows ->
        [one] { $rows } ligne
       *[other] { $rows } lignes
    }, dont { $doubtful } douteuses, déjà là

## ui/views/ask.rs

ask-open-a-release-a-memory-or = Ouvrir un communiqué, une mémoire ou un dossier
ask-open-a-folder-of-releases = Ouvrir un dossier de communiqués
ask-save-as = Enregistrer sous
ask-export-target-as-plain-text = Exporter la cible en texte brut
ask-choose-the-source-text = Choisir le texte source
ask-choose-the-target-text = Choisir le texte cible
ask-choose-the-reference = Choisir la référence
ask-print-list-of-keys = Imprimer la liste des raccourcis
ask-export-the-analysis = Exporter l’analyse
ask-export-hits = Exporter les occurrences
ask-cut-new-texts-by-a-rule = Segmenter les nouveaux textes selon un fichier de règles (SRX)
ask-choose-a-folder-of-texts = Choisir un dossier de textes
ask-choose-the-folder-for-the-projects = Choisir le dossier des projets
ask-export = Exporter
ask-open = Ouvrir
ask-choose = Choisir
ask-path = Chemin
ask-type-or-paste-a-path = Tapez ou collez un chemin
ask-type-a-path-first = tapez d’abord un chemin
ask-browse = Parcourir…
ask-save-your-changes = Enregistrer vos modifications ?
ask-has-changes-that-are-not-on = { $name } a des modifications qui ne sont pas sur le disque.
ask-do-not-save = Ne pas enregistrer
ask-go-to-row = Aller à la ligne
ask-row-number = Numéro de ligne
ask-12-or-12a = 12 ou 12a
ask-go = Aller
ask-accept-all-links-above-a-confidence = Accepter tous les liens au-dessus d’une confiance
ask-about-diptych = À propos de Diptych
ask-diptych = Diptych { $version }
ask-a-translation-memory-workbench-for-press = Un atelier de mémoire de traduction pour les communiqués de presse.
ask-works-offline-nothing-leaves-this-machine = Fonctionne hors ligne. Rien ne quitte cette machine.
ask-mit-or-apache-2-0-text = MIT ou Apache-2.0. Les textes sont composés en Noto Sans, SIL Open Font License 1.1.
ask-a-number = Un nombre de 0 à 1.
ask-no-link = Aucun lien ne serait accepté.
ask-links =
    { $count ->
        [one] { $count } lien serait accepté.
       *[other] { $count } liens seraient acceptés.
    }

## ui/views/below.rs

below-show-matches = Afficher les correspondances
below-hide-matches = Masquer les correspondances
below-show-doubtful-links = Afficher les liens douteux
below-hide-doubtful-links = Masquer les liens douteux
below-no-match-for-this-row = Aucune correspondance pour cette ligne
below-matches =
    { $count ->
        [one] { $count } correspondance, { $score } %
       *[other] { $count } correspondances, la meilleure { $score } %
    }
below-no-doubtful-link = Aucun lien douteux

## ui/views/completion.rs

completion-complete = Compléter : { $text }

## ui/views/dock.rs

dock-looking-for-row = recherche pour la ligne { $number }
dock-none-for-row = aucune pour la ligne { $number }
dock-for-row = pour la ligne { $number }
dock-matches = Correspondances
dock-this-row-is-not-content-and = Cette ligne est hors contenu et ne se traduit pas.
dock-no-memory-serves-this-pair-of = Aucune mémoire ne sert cette paire de langues. Ouvrez-en une, ou confirmez des lignes : elles sont gardées dans votre mémoire de travail.
dock-nothing-like-this-sentence-so-far = Rien de semblable à cette phrase jusqu’ici ; une mémoire n’est pas encore lue en entier.
dock-nothing-like-this-sentence-has-been = Rien de semblable à cette phrase n’a encore été traduit.

## ui/views/doubt.rs

doubt-none = aucun
doubt-here = { $count } ici
doubt-doubtful = Douteux
doubt-order-of-doubtful-links = Ordre des liens douteux
doubt-by-doubt = Par doute
doubt-in-order = Dans l’ordre
doubt-every-link-is-accepted-or-sure = Chaque lien est accepté ou sûr (0,90 et plus).
doubt-doubtful-row = Ligne douteuse { $number }, { $figure } : { $reason }
doubt-why-accepted = Pourquoi accepté
doubt-why = Pourquoi { $figure }
doubt-row = ligne { $number }
doubt-somebody-accepted-or-made-this-link = Quelqu’un a accepté ou fait ce lien.
doubt-this-row-is-not-content-nothing = Cette ligne est hors contenu ; rien ne découle de son lien.
doubt-add-to-memory = Ajouter à la mémoire
doubt-accepted-ready-as-published = acceptées, prêtes comme publiées
doubt-guessed-not-taken-until-accepted = supposées, pas prises avant d’être acceptées
doubt-not-content-never-taken = hors contenu, jamais prises
doubt-accept-links-first = acceptez d’abord des liens
doubt-add-accepted-rows = Ajouter les lignes acceptées

## ui/views/exceptions.rs

exceptions-segmentation-rules = Règles de segmentation
exceptions-save-rule = Enregistrer la règle
exceptions-was-removed = Supprimée : { $rule }
exceptions-put-back = La remettre
exceptions-remove-rule = Supprimer la règle
exceptions-no-release-is-open = aucun communiqué n’est ouvert
exceptions-apply-to-this-release = Appliquer à ce communiqué…
exceptions-there-is-no-rule-yet-a = Il n’y a pas encore de règle. Une ligne en enseigne une : { $join } ; { $split }.
exceptions-all-my-texts = tous mes textes
exceptions-new-texts-are-cut-by = Les nouveaux textes sont segmentés selon { $path }
exceptions-use-a-rule-file-srx = Prendre un fichier de règles (SRX)…
exceptions-use-diptychs-rules = Prendre les règles de Diptych

## ui/views/export_memory.rs

export-memory-choose-where = Choisir où
export-memory-export = Exporter { $name } : { $note }
export-memory-format = Format
export-memory-this-memory-is-still-being-read = cette mémoire est encore en cours de lecture
export-memory-this-memory-has-no-unit = cette mémoire n’a pas d’unité

## ui/views/filter.rs

filter-filter-rows = Filtrer les lignes
filter-words-of-a-row = Mots d’une ligne
filter-filter-by = Filtrer par
filter-words = Mots
filter-of-rows = { $count } lignes sur { $all }
filter-refresh = Actualiser

## ui/views/find.rs

find-find-in = Chercher dans
find-shown-rows = Lignes affichées
find-release = Communiqué
find-project = Projet
find-look-through = Parcourir
find-there-is-no-hit = aucune occurrence
find-previous = Précédente
find-next = Suivante
find-for-an-expression-switch-regex-on = { $hits } ; pour une expression, activez Regex
find-replace-with = Remplacer par
find-match-case = Respecter la casse
find-whole-words = Mots entiers
find-accents-off = Sans accents
find-keep-case = Garder la casse
find-replace = Remplacer…
find-replace-title = Remplacer
find-of-chosen = { $chosen } sur { $hits } choisies
find-replace-titlex = Remplacer { $hits }
find-choose-all = Tout choisir
find-choose-none = Ne rien choisir
find-hit-in-row = Occurrence { $place }, ligne { $name }{ $why }
find-locked-left =
     ; { $count ->
        [one] { $count } ligne est verrouillée et reste telle quelle
       *[other] { $count } lignes sont verrouillées et restent telles quelles
    }
find-not-content-left =
     ; { $count ->
        [one] { $count } ligne est hors contenu et reste telle quelle
       *[other] { $count } lignes sont hors contenu et restent telles quelles
    }

## ui/views/former.rs

former-former-states-of-this-release = États antérieurs de ce communiqué
former-go-back-to-this-state = Revenir à cet état
former-struck-out-is-what-is-there = Barré : ce qui est là maintenant ; souligné : ce qui y était.
former-kb = { $size } ko
former-cannot-be-read = { $size }   illisible

## ui/views/found.rs

found-summary = { $format }, { $encoding } : { $blocks ->
        [one] un bloc
       *[other] { $blocks } blocs
    }, { $words ->
        [one] un mot
       *[other] { $words } mots
    }. { $roles }.
found-not-content =
    { $count ->
        [one] Un bloc appartient au cadre de la page ou est dans une autre langue et reste tel quel.
       *[other] { $count } blocs appartiennent au cadre de la page ou sont dans une autre langue et restent tels quels.
    }
found-more-warnings =
    { $count ->
        [one] et un autre avertissement
       *[other] et { $count } autres avertissements
    }
found-block = Bloc { $number }, { $what } : { $text }
found-source-blocks = Blocs de la source
found-target-blocks = Blocs de la cible

## ui/views/give_back.rs, ui/app/giving_back.rs

give-back-title = Exporter la traduction
give-back-as = L’écrire comme
give-back-as-it-came = Comme reçu ({ $format })
give-back-page = Page à part
give-back-text = Texte brut
give-back-two-as-page = Les deux (HTML)
give-back-two-as-document = Les deux (DOCX)
give-back-nothing-lacks = Chaque ligne est traduite et approuvée, avec les codes de sa source.
give-back-codes =
    { $count ->
        [one] Une ligne n’a pas les codes de sa source : { $rows }
       *[other] { $count } lignes n’ont pas les codes de leur source : { $rows }
    }
give-back-open =
    { $count ->
        [one] Une ligne n’est pas traduite et garde le texte source : { $rows }
       *[other] { $count } lignes ne sont pas traduites et gardent le texte source : { $rows }
    }
give-back-drafts =
    { $count ->
        [one] Une ligne est un brouillon : { $rows }
       *[other] { $count } lignes sont des brouillons : { $rows }
    }
give-back-unapproved =
    { $count ->
        [one] Une ligne n’est pas approuvée : { $rows }
       *[other] { $count } lignes ne sont pas approuvées : { $rows }
    }
give-back-go-to = Aller à la ligne { $number }
give-back-written = La traduction est écrite
give-back-open-the-result = Ouvrir le résultat
give-back-show-in-folder = Montrer dans le dossier
give-back-cannot-open = { $path } n’a pas pu être ouvert : { $error }

## ui/views/harvest.rs

harvest-add-accepted-rows-of-all-releases = Ajouter les lignes acceptées de tous les communiqués à une mémoire
harvest-add-accepted-rows-to-a-memory = Ajouter les lignes acceptées à une mémoire
harvest-add = Ajouter
harvest-accepted = Acceptées
harvest-guessed-too-from = Supposées aussi, dès
harvest-which-rows = Quelles lignes
harvest-comparing-with-the-memory = Comparaison avec la mémoire…
harvest-this-memory-takes-nothing = cette mémoire n’accepte rien
harvest-no-row-is-ready-accept-links = aucune ligne n’est prête ; acceptez d’abord des liens

## ui/views/head.rs

head-unsaved = non enregistré
head-shown = , affichée
head-next-translation = { $name }{ $note } ; traduction suivante ({ $key })
head-untitled-release = Communiqué sans titre
head-status-of = { $status } :

## ui/views/import_memory

columns-more =
    { $count ->
        [one] { $count } colonne de plus
       *[other] { $count } colonnes de plus
    }
import-memory-a-memory =
    Une mémoire de { $count ->
        [one] { $count } unité
       *[other] { $count } unités
    }, { $source } vers { $target }
import-memory-done = { $job } : { $percent } %

## ui/views/import_memory/columns.rs

columns-comma = Virgule
columns-semicolon = Point-virgule
columns-tab = Tabulation
columns-separator = Séparateur
columns-names-of-columns = Noms des colonnes
columns-a-unit = Une unité
columns-first-row = Première ligne
columns-encoding = Encodage : { $encoding }
columns-encoding-title = Encodage
columns-sheet = Feuille : { $name }
columns-sheet-title = Feuille
columns-find-a-sheet = Chercher une feuille
columns-not-used = inutilisée
columns-what-the-column-holds = Contenu de la colonne
columns-find-a-field = Chercher un champ
columns-text = texte
columns-who-translated-it = qui l’a traduit
columns-the-number-of-its-release = le numéro de son communiqué
columns-the-date-of-its-release-in = la date de son communiqué, en chiffres
columns-the-house-that-issued-it = l’institution qui l’a publié
columns-draft-translated-approved-published = brouillon, traduit, approuvé, publié

## ui/views/import_memory/memories.rs

memories-into = Dans
memories-new-memory = Nouvelle mémoire
memories-kept-on-this-machine = gardée sur cette machine
memories-name-of-the-new-memory = Nom de la nouvelle mémoire

## ui/views/import_memory/mod.rs

import-memory-this-was-stopped-choose-the-file = l’opération a été arrêtée ; choisissez le fichier de nouveau
import-memory-choose-file = Choisir un fichier…
import-memory-import = Importer
import-memory-say-which-column-is-the-source = dites quelle colonne est la source
import-memory-say-which-column-is-the-target = dites quelle colonne est la cible
import-memory-say-both-languages-fr-en-pt = dites les deux langues : fr, en, pt-BR
import-memory-give-the-new-memory-a-name = donnez un nom à la nouvelle mémoire
import-memory-go-on-working = Continuer à travailler
import-memory-stop = Arrêter

## ui/views/import_memory/pairs.rs

pairs-no-unit-of-this-file-has = Aucune unité de ce fichier n’a de textes en deux langues.
pairs-to = { $source } vers { $target }, { $units }
pairs-swap-source-and-target = Échanger source et cible

## ui/views/import_memory/report.rs

report-into = { $name } dans { $into }
report-close-report = Fermer le rapport
report-copy-report = Copier le rapport
report-import-another-file = Importer un autre fichier…
report-stopped-before-the-end-what-was = Arrêté avant la fin ; ce qui a été lu jusque-là est gardé.
report-read = lues
report-added = ajoutées
report-identical = identiques
report-skipped = écartées

## ui/views/keep.rs

keep-take-up-unsaved-work = Reprendre le travail non enregistré ?
keep-take-it-up = Le reprendre
keep-give-it-up = Y renoncer
keep-decide-later = Décider plus tard
keep-somebody-else-has-changed-the-file = Quelqu’un d’autre a modifié le fichier
keep-is-not-what-it-was-when = { $name } n’est plus ce qu’il était quand vous l’avez ouvert ou enregistré. Enregistrez-le sous un autre nom pour garder les deux ; si vous le remplacez, une sauvegarde garde l’autre version.
keep-save-under-another-name = Enregistrer sous un autre nom
keep-replace-their-version = Remplacer l’autre version

## ui/views/keymap.rs

keymap-keys = Raccourcis
keymap-no-command-has-these-words = Aucune commande ne contient ces mots
keymap-new-key = Nouveau raccourci…
keymap-the-command-has-no-key = la commande n’a pas de raccourci
keymap-remove-key = Supprimer le raccourci
keymap-it-has-the-keymaps-keys = elle a les raccourcis du jeu
keymap-back-to-keymap = Revenir au jeu
keymap-print = Imprimer…
keymap-press-the-new-key-for = Appuyez sur le nouveau raccourci de « { $command } »
keymap-give-up = Renoncer
keymap-is-already = { $key } est déjà { $names }
keymap-take-it-away = Le lui prendre
keymap-leave-it = Le laisser
keymap-no-key = aucun
keymap-keymap = Jeu de raccourcis
keymap-own = , personnel

## ui/views/match_card.rs

match-card-match = Correspondance { $place }, { $score } %
match-card-stored-as = enregistré comme { $target }
match-card-from = de { $memory }
match-card-without-codes = une fois repris, le texte est inséré sans ces codes
match-card-puts-it-in = l’insère au curseur
match-card-takes-this-match = prend cette correspondance
match-card-says-more = en dit plus
match-card-context = contexte
match-card-in-the-same-context = dans le même contexte
match-card-repaired = réparée
match-card-also-in = aussi dans { $names }

## ui/views/new_release.rs

new-release-there-is-no-source-text-yet = il n’y a pas encore de texte source
new-release-there-is-no-target-text-yet = il n’y a pas encore de texte cible
new-release-a-language-tag-is-not-one = un code de langue n’en est pas un : écrivez fr, en, pt-BR
new-release-proposed = proposée
new-release-swap = Échanger
new-release-pasted-or-typed = collé ou tapé
new-release-guessed = devinée
new-release-paste-a-text-here-or-choose = Collez un texte ici, ou choisissez un fichier
new-release-choose-source-file = Choisir le fichier source…
new-release-choose-target-file = Choisir le fichier cible…
new-release-source-text = Texte source
new-release-target-text = Texte cible
new-release-source-encoding = Encodage de la source…
new-release-target-encoding = Encodage de la cible…

## ui/views/palette.rs

palette-in-the-align-view = dans la vue Aligner
palette-in-the-translate-view = dans la vue Traduire
palette-with-a-release-open = avec un communiqué ouvert

## ui/views/preview.rs

preview = Aperçu
preview-save = Enregistrer la page…
preview-both = Deux langues
preview-target-alone = Cible seule
preview-words = Mots : source { $source }, cible { $target }.
preview-headline = Titre : source { $source }, cible { $target } caractères.

## ui/views/release.rs

release-st = Ét
release-sentences =
    { $lang }, { $count ->
        [one] { $count } phrase
       *[other] { $count } phrases
    }

## ui/views/review.rs

review-all-releases = Tous les communiqués
review-the-doubtful-links-of-all-releases = Les liens douteux de tous les communiqués en une seule file.
review-next-of-all = Suivant de tous
review-sample = Échantillon
review-you-said-that-this-link-is = Vous avez dit que ce lien est juste.
review-you-said-that-this-link-is-wrong = Vous avez dit que ce lien est faux.
review-do-both-sides-of-this-link = Les deux côtés de ce lien disent-ils la même chose ?
review-right = Juste
review-wrong = Faux
review-next-of-sample = Suivant de l’échantillon
review-next-doubtful-link = Lien douteux suivant
review-accept-all = Tout accepter…
review-judge-a-sample = Juger un échantillon
review-add-all-to-memory = Tout ajouter à la mémoire…
review-no-link-of-these-releases-is = Aucun lien de ces communiqués n’est douteux.
review-link-of-left = Lien { $at } sur { $all }, { $left } restants
review-accept-all-above-a-confidence-in = Accepter tout au-dessus d’une confiance dans tous les communiqués
review-the-links-are-being-read = Lecture des liens en cours.
review-links-in-releases-would-be-accepted =
    { $all ->
        [one] { $all } lien
       *[other] { $all } liens
    } de { $releases ->
        [one] { $releases } communiqué
       *[other] { $releases } communiqués
    } { $all ->
        [one] serait accepté
       *[other] seraient acceptés
    }.
review-in = { $count } dans { $file }
review-no-link-is-meant = aucun lien n’est visé
review-failed = { $count } échecs :

## ui/views/sentences.rs

sentences-sentences-of-row = Phrases de la ligne { $row }
sentences-save-corrections = Enregistrer les corrections
sentences-split-at-caret = Couper au curseur
sentences-split-here-always = Toujours couper ici…
sentences-join-with-next-always = Toujours joindre à la suivante…
sentences-put-the-caret-where-the-sentence = placez le curseur là où la phrase doit être coupée
sentences-put-the-caret-in-the-source = placez le curseur dans la source, là où la ligne doit être coupée
sentences-put-the-caret-inside-the-sentence = placez le curseur à l’intérieur de la phrase
sentences-split-row-target = Couper la ligne : cible { $before } | { $after }
sentences-source = Phrase source { $number }
sentences-target = Phrase cible { $number }

## ui/views/start.rs

start-a-statement-to-translate = Un communiqué à traduire
start-a-pair-to-align = Une paire à aligner
start-new-from-an-archive = Nouveau à partir d’archives
start-open-a-release-or-a-folder = Ouvrir un communiqué ou un dossier
start-drop-texts-here-or-paste-plain = Déposez des textes ici, ou collez-les : texte brut, Word, ODT, HTML, Markdown, TMX, CSV, TSV, XLSX, communiqués et mémoires de Diptych
start-drop-texts-here-or-paste-with = Déposez des textes, ou collez avec
start-one-text-is-translated-two-are = Un texte se traduit, deux s’alignent,
start-folders-of-texts-are-paired-as = des dossiers s’apparient en archives.
start-plain-text-tmx-csv-tsv-xlsx = Texte, Word, ODT, HTML, Markdown,
start-releases-and-memories-of-diptych = TMX, CSV, XLSX, communiqués, mémoires
start-memories = Mémoires
start-bundled = , fournie
start-recent-releases = Communiqués récents
start-a-release-without-a-title = Un communiqué sans titre
start-look-at-unsaved-work = Voir le travail non enregistré
start-no-release-has-been-opened-yet = Aucun communiqué n’a encore été ouvert. Déposez un texte à gauche pour le traduire, déposez-le avec sa traduction pour aligner les deux, ou regardez l’exemple : le communiqué d’un ministère inventé avec sa version anglaise, déjà alignée.
start-open-the-sample = Ouvrir l’exemple
start-title-and-number = Titre et numéro
start-languages = Langues
start-rows = Lignes
start-status = État
start-open = Ouvrir { $title } { $number }
start-rows-done = Lignes faites
start-all = toutes ({ $all })
start-of = { $done } sur { $all }

## ui/views/status.rs

status-nothing-leaves-this-machine = Rien ne quitte cette machine
status-accepted = acceptés
status-from-090 = dès 0,90 :
status-060-to-089 = 0,60 à 0,89 :
status-below-060 = sous 0,60 :
status-open-to-be-read = En lecture seule
status-not-saved = Non enregistré
status-saved = Enregistré à { $time }
status-saved-title = Enregistré
status-stop = Arrêter : { $name }
status-confirm-go-to = Confirmer, aller à { $number }
status-confirm = Confirmer
status-accept-go-to = Accepter, aller à { $number }
status-releases =
    { $count ->
        [0] Aucun communiqué encore
        [one] { $count } communiqué
       *[other] { $count } communiqués
    }
status-rows-not-content = { $rows } ({ $not } hors contenu)
status-pending =
    { $count ->
        [one] { $count } unité pas encore
       *[other] { $count } unités pas encore
    } sur le disque
status-no-dictionary = Pas de dictionnaire ({ $lang }) { $key }

## ui/views/toolbar.rs

toolbar-one-sentence-a-side = une phrase de chaque côté
toolbar-link = Lier
toolbar-unlink = Délier
toolbar-next-doubtful = Douteux suivant
toolbar-join = Joindre
toolbar-split = Couper
toolbar-move-up = Monter
toolbar-move-down = Descendre
toolbar-pin = Épingler
toolbar-realign-the-rest = Réaligner la suite
toolbar-there-is-no-guessed-link-from = il n’y a pas de lien supposé dès 0,90
toolbar-accept-all-from-090 = Tout accepter dès 0,90
toolbar-more-commands = Plus de commandes
toolbar-more-by = Plus de commandes ({ $key })

## ui/views/units

units-title = Unités d’une mémoire
units-nothing-is-marked = aucune unité n’est marquée
units-delete = Supprimer
units-edit = Modifier
units-undo = Annuler l’étape
units-merge = Fusionner les doublons…
units-keep-only-this = Ne garder que cette cible…
units-take-back = Défaire…

## ui/views/units/columns.rs

units-column-author = Auteur
units-column-release = Communiqué
units-column-status = Statut
units-column-note = Remarque
units-column-uses = Reprises
units-sort-by = Trier par { $column }

## ui/views/units/confirm.rs

units-plan-edit = Modifier des unités
units-plan-delete = Supprimer des unités
units-plan-merge = Fusionner les doublons
units-plan-take-back = Défaire
units-do-edit =
    { $count ->
        [one] Modifier { $count } unité
       *[other] Modifier { $count } unités
    }
units-do-delete =
    { $count ->
        [one] Supprimer { $count } unité
       *[other] Supprimer { $count } unités
    }
units-do-merge =
    { $count ->
        [one] Changer { $count } unité
       *[other] Changer { $count } unités
    }
units-do-take-back =
    { $count ->
        [one] Rétablir { $count } unité
       *[other] Rétablir { $count } unités
    }
units-plan-deleted =
    { $count ->
        [one] { $count } unité est supprimée.
       *[other] { $count } unités sont supprimées.
    }
units-plan-changed =
    { $count ->
        [one] { $count } unité reçoit un autre contenu.
       *[other] { $count } unités reçoivent un autre contenu.
    }
units-plan-restored =
    { $count ->
        [one] { $count } unité supprimée est rétablie.
       *[other] { $count } unités supprimées sont rétablies.
    }
units-plan-left =
    { $count ->
        [one] { $count } unité a été modifiée depuis par quelqu’un d’autre et reste telle quelle.
       *[other] { $count } unités ont été modifiées depuis par quelqu’un d’autre et restent telles quelles.
    }
units-plan-merge-rule = On garde le meilleur statut, puis l’unité qui connaît ses voisines, puis la plus récente. Elle reprend voisines, codes et communiqué là où elle n’en connaît pas.
units-plan-can-be-undone = Le fichier ne reçoit que de nouvelles lignes à sa fin. Ctrl+Z défait cela, et l’onglet Importations et personnes aussi, à tout moment.
units-plan-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }

## ui/views/units/deeds.rs

units-brought-in = Apport d’une autre mémoire
units-somebody = Quelqu’un sans nom
units-deed-added =
    { $count ->
        [one] { $count } unité ajoutée
       *[other] { $count } unités ajoutées
    }
units-deed-changed =
    { $count ->
        [one] { $count } modifiée
       *[other] { $count } modifiées
    }
units-deed-deleted =
    { $count ->
        [one] { $count } supprimée
       *[other] { $count } supprimées
    }
units-from-until = du { $from } au { $until }

## ui/views/units/edit.rs

units-edit-source = Source de l’unité
units-edit-target = Cible de l’unité

## ui/views/units/head.rs

units-what-is-shown = Ce qui est montré
units-tab-units = Unités
units-tab-duplicates = Doublons
units-tab-conflicting = Cibles en conflit
units-tab-doubtful = Suspectes
units-tab-deeds = Importations et personnes
units-told-duplicates = Unités qui disent deux fois la même chose. La fusion garde la première de chaque groupe et supprime les autres.
units-told-conflicting = Sources qui ont plusieurs cibles, le communiqué le plus récent d’abord.
units-told-doubtful = Unités qui semblent fausses : à regarder, rien de cela n’est certain.
units-told-deeds = Ce qui a été fait dans cette mémoire. Le défaire laisse ce que d’autres ont modifié depuis.
units-memory =
    { $count ->
        [one] { $name } : { $source } vers { $target }, { $count } unité
       *[other] { $name } : { $source } vers { $target }, { $count } unités
    }
units-count-of =
    { $count ->
        [one] { $count } unité sur { $all }
       *[other] { $count } unités sur { $all }
    }
units-count-groups =
    { $groups ->
        [one] { $count } unités en { $groups } groupe
       *[other] { $count } unités en { $groups } groupes
    }
units-count-deeds =
    { $count ->
        [one] { $count } entrée
       *[other] { $count } entrées
    }
units-find = Chercher dans les unités
units-either-side = Les deux côtés
units-side = Côté
units-filters = Filtres
units-filter-author = Auteur
units-filter-release = Communiqué
units-filter-origin = Origine
units-filter-from = Dès 2024-03
units-filter-until = Jusqu’à 2024-12
units-any-status = Tous
units-filter-identical = Mêmes textes
units-filter-coded = Avec des codes
units-filter-old = Plus d’un an

## ui/views/units/lines.rs

units-none-found = Aucune unité trouvée.
units-none-twice = Aucune unité ne dit la même chose qu’une autre.
units-none-conflicting = Aucune source n’a plusieurs cibles.
units-none-doubtful = Aucune unité ne semble fausse.
units-none-done = Rien n’a encore été fait dans cette mémoire.
units-note-kept = est gardée
units-note-twin = doublon
units-edit-keys = Entrée enregistre, Maj+Entrée va à la ligne, Échap laisse tout tel quel
units-row = Unité { $place } : { $source } → { $target }, { $status }
units-codes =
    { $count ->
        [one] { $count } code
       *[other] { $count } codes
    }
units-stored-on = enregistrée le { $day }
units-doubt-empty = un côté est vide
units-doubt-identical = même texte
units-doubt-length = longueurs inégales
units-doubt-codes = codes dans le texte
units-doubt-language = autre langue

## ui/views/why_match.rs

why-match-why-match = Pourquoi { $score } % : correspondance { $place }
why-match-take-this-match = Prendre cette correspondance
why-match-next-match = Correspondance suivante
why-match-match-before = Correspondance précédente
why-match-from = De { $memory }, { $status }
why-match-also-in = Aussi dans { $memory }

## workbench/aligned.rs

aligned-aligned = aligné, { $link }{ $via }
aligned-via = , par { $lang }
aligned-unreviewed = non revu { $figure }

## workbench/aligning.rs

aligning-there-is-no-sentence-to-move = il n’y a pas de phrase à déplacer du côté { $lang } de cette ligne
aligning-aligning-anew-changed-nothing = le réalignement n’a rien changé
aligning-the-rows-have-changed = les lignes ont changé
aligning-there-are-no-such-rows = ces lignes n’existent pas
aligning-no-guessed-link = il n’y a pas de lien supposé dès { $figure }

## workbench/archive/accept.rs

accept-it-is-open-in-another-window = il est ouvert dans une autre fenêtre

## workbench/archive/harvest.rs

harvest-somebody-has-changed-it-meanwhile-its = quelqu’un l’a modifié entre-temps ; ses unités sont dans la mémoire

## workbench/archive/job.rs

job-the-project-was-there-already-without = le projet était déjà là, sans cette langue ; écrivez-le de nouveau ou dans un autre dossier
job-the-file-is-not-in-the = le fichier n’est pas dans le tableau
job-there-is-no-sentence-in-it = il ne contient aucune phrase

## workbench/archive/pairs.rs

pairs-by-hand = appariés à la main
pairs-same-text = le même texte que { $name }
pairs-partner-elsewhere = son texte associé a été apparié à la main avec un autre
pairs-parted = séparé à la main
pairs-partner-now = son texte associé actuel
pairs-fits-as-well = convient aussi
pairs-alone = sans texte associé
pairs-paired = déjà apparié

## workbench/archive/sample.rs

sample-none-judged = 0 sur { $count } jugés
sample-accepted-judged = { $judged } sur { $all } jugés, { $wrong } faux : { $rate } % des liens acceptés sont faux, entre { $low } et { $high } % (confiance de 95 %)
sample-all-judged = { $judged } sur { $all } jugés, { $wrong } faux : { $rate } % des liens sont faux, entre { $low } et { $high } % (confiance de 95 %)

## workbench/confirming.rs

confirming-no-other-row-shown-is-unconfirmed = Aucune autre ligne affichée n’est à confirmer
confirming-every-row-is-confirmed = Toutes les lignes sont confirmées
confirming-this-was-the-last-row = C’était la dernière ligne
confirming-type-a-translation-first-or-leave = tapez d’abord une traduction, ou omettez la ligne
confirming-filled =
    { $count ->
        [one] { $count } ligne identique a été remplie
       *[other] { $count } lignes identiques ont été remplies
    }

## workbench/desk

importing-importing = Importation
opening-reading = Lecture
saving-saving = Enregistrement
saving-after-minutes =
    { $count ->
        [one] Enregistré { $count } minute après une modification, et peu après une confirmation
       *[other] Enregistré { $count } minutes après une modification, et peu après une confirmation
    }
saving-changes-are-back =
    { $count ->
        [one] { $count } modification non enregistrée est de retour ; enregistrez pour la garder
       *[other] { $count } modifications non enregistrées sont de retour ; enregistrez pour les garder
    }
saving-since = depuis le { $moment }
keys-palette-needs-a-key = « Commandes » a besoin d’un raccourci : elle trouve ce qui n’en a pas
making-source = source
making-target = cible
making-other-language = { $side } : { $other } ; choisissez de nouveau la langue si c’est le cas
memories-not-all =
    Mémoire « { $name } » : { $units ->
        [one] { $units } unité
       *[other] { $units } unités
    } ; { $count } illisibles, la première : { $first }

## workbench/desk/accepting.rs

accepting-accepting-links-in-all-releases = Acceptation des liens dans tous les communiqués
accepting-links-accepted-in-releases =
    { $links ->
        [one] { $links } lien accepté
       *[other] { $links } liens acceptés
    } dans { $releases ->
        [one] { $releases } communiqué
       *[other] { $releases } communiqués
    }.
accepting-of-them-in-the-open-release = { $here } d’entre eux dans le communiqué ouvert ; annuler les reprend.
accepting-each-of-the-others-has-its = Chacun des autres garde son état d’avant parmi ses états antérieurs.

## workbench/desk/archive.rs

archive-reading-the-archive = Lecture des archives
archive-there-is-no-pair-that-is = aucune paire n’est prête à être alignée
archive-aligning-the-archive = Alignement des archives
archive-there-is-no-text-in-there = il n’y a pas de texte là-dedans
archive-pairs-aligned-into = { $done } paires alignées dans { $path }
archive-failed-see-the-table = { $text } ; { $failed } échecs, voir le tableau

## workbench/desk/arrivals.rs

arrivals-stopped = { $name } : arrêté
arrivals-failed-your-work-is-unharmed = { $name } : échec, { $why } ; votre travail est intact
arrivals-the-rows-changed-while-they-were = les lignes ont changé pendant leur réalignement ; réessayez
arrivals-the-rest-is-aligned-anew = La suite est réalignée

## workbench/desk/arriving.rs, workbench/pages/arriving.rs

arriving-making = Création du communiqué
arriving-large = le fichier fait { $megabytes } Mo, et le projet, qui le garde, aussi

## workbench/desk/beside.rs

beside-looking = Recherche de mémoires à côté du communiqué
beside-memory = La mémoire « { $name } », à côté du communiqué, est utilisée : { $units ->
        [one] 1 unité
       *[other] { $units } unités
    }

## workbench/desk/commands.rs

commands-the-target-text-is-on-the = Le texte cible est dans le presse-papiers{ $open }
commands-rows-that-are-not-content-count = Les lignes hors contenu comptent comme les autres
commands-rows-that-are-not-content-do = Les lignes hors contenu ne comptent pas
commands-no-row-shown-is-open = Aucune ligne affichée n’est vide
commands-no-link-shown-is-doubtful = Aucun lien affiché n’est douteux

## workbench/desk/exceptions.rs

exceptions-joins-always-behind = { $key } joint toujours après « { $before } »
exceptions-removed-texts-stay-as-they-are = Supprimée : { $rule } ; les textes restent segmentés comme ils le sont
exceptions-texts-stay-as-they-are-cut = { $new } ; les textes restent segmentés comme ils le sont
exceptions-rules-cannot-be-used-the-others = { $file } : { $count } règles ne sont pas utilisables ; les autres le sont
exceptions-texts-are-cut-by-diptychs-own = { $error } ; les textes sont segmentés selon les règles de Diptych
exceptions-new-texts-are-cut-by-the = Les nouveaux textes sont segmentés selon les règles de { $path }

## workbench/desk/exporting.rs

exporting-exporting = Exportation
exporting-exported-to = Exporté vers { $path }{ $open }
exporting-this-is-the-file-of-an = c’est le fichier d’une mémoire ouverte ; choisissez un autre nom
exporting-units-to =
    { $count ->
        [one] { $count } unité
       *[other] { $count } unités
    } vers { $path }{ $told }
exporting-notes-the-first =  ; { $count } remarques, la première : { $first }
exporting-open-rows =
     ; { $count ->
        [one] { $count } ligne est vide, sa source la remplace
       *[other] { $count } lignes sont vides, leur source les remplace
    }

## workbench/desk/finding.rs

finding-replaced =
    { $count ->
        [one] { $count } occurrence remplacée
       *[other] { $count } occurrences remplacées
    }
finding-locked-left =
     ; { $count ->
        [one] { $count } ligne verrouillée a été laissée
       *[other] { $count } lignes verrouillées ont été laissées
    }

## workbench/desk/former.rs

former-this-release-is-not-saved-yet = ce communiqué n’est pas encore enregistré
former-there-is-no-former-state-of = il n’y a pas encore d’état antérieur de ce communiqué
former-reading-former-states = Lecture des états antérieurs
former-the-former-state-is-back-undo = L’état antérieur est rétabli ; annuler le retire

## workbench/desk/giving_back.rs

giving-back-is-the-original = C’est le fichier d’où vient le communiqué. Il reste tel quel : choisissez un autre nom.

## workbench/desk/harvesting.rs

harvesting-reading-the-rows-of-all-releases = Lecture des lignes de tous les communiqués
harvesting-memory = Mémoire « { $name } » : { $sum }.
harvesting-noting-the-units-in-all-releases = Enregistrement des unités dans tous les communiqués

## workbench/desk/importing.rs

importing-looking-at-the-file = Examen du fichier

## workbench/desk/judging.rs

judging-the-links-are-being-read-again = les liens sont en cours de lecture ; réessayez dans un instant
judging-there-is-no-such-link-in = ce lien n’est pas dans ces communiqués
judging-this-link-is-not-one-of = ce lien n’est pas de l’échantillon ; F9 mène au suivant
judging-no-link-was-judged-yet = aucun lien n’a encore été jugé
judging-the-sample-is-done = L’échantillon est terminé : { $sum }
judging-a-newer-version-of-this-program = une version plus récente de ce programme l’a écrit
judging-what-was-judged-is-kept-while = { $why } ; les jugements sont gardés tant que ceci est ouvert

## workbench/desk/keys.rs

keys-keymap = Jeu de raccourcis : { $name }
keys-is-no-longer = { $key } n’est plus { $command }
keys-as-in-the-keymap = { $command } : comme dans le jeu de raccourcis
keys-writing-the-list-of-keys = Écriture de la liste des raccourcis
keys-keys-written-to = Raccourcis écrits dans { $path }
keys-keys = Raccourcis : { $problem }

## workbench/desk/listing.rs

listing-reading-the-list = Lecture de la liste

## workbench/desk/maintaining

maintaining-nothing-to-take-back = Il n’y a rien à défaire dans cette mémoire ; l’onglet Importations et personnes a ce qui a été fait auparavant.
maintaining-changing-units = Modification d’unités
maintaining-nothing-was-changed = Rien n’a été modifié : { $why }
maintaining-and-left =
    { $left ->
        [one] { $done } { $left } unité a été modifiée entre-temps par quelqu’un d’autre et reste telle quelle.
       *[other] { $done } { $left } unités ont été modifiées entre-temps par quelqu’un d’autre et restent telles quelles.
    }
maintaining-all-were-changed-since =
    { $count ->
        [one] { $count } unité a été modifiée depuis par quelqu’un d’autre et reste telle quelle.
       *[other] { $count } unités ont été modifiées depuis par quelqu’un d’autre et restent telles quelles.
    }
maintaining-there-is-nothing-to-do = Il n’y a rien à faire : ces unités sont déjà ainsi.
maintaining-not-a-date = « { $text } » n’est pas une date : tapez 2024, 2024-03 ou 2024-03-12
maintaining-a-side-is-empty = Une unité a besoin d’une source et d’une cible : supprimez-la si elle doit disparaître.
maintaining-takes-only-approved = La mémoire « { $name } » ne prend que des unités approuvées et publiées ; celle-ci est : { $status }.
maintaining-edited =
    { $count ->
        [one] { $count } unité modifiée.
       *[other] { $count } unités modifiées.
    }
maintaining-deleted =
    { $count ->
        [one] { $count } unité supprimée.
       *[other] { $count } unités supprimées.
    }
maintaining-merged =
    { $count ->
        [one] Doublons fusionnés : { $count } unité changée.
       *[other] Doublons fusionnés : { $count } unités changées.
    }
maintaining-rolled-back =
    { $count ->
        [one] { $count } unité rétablie.
       *[other] { $count } unités rétablies.
    }
maintaining-undone =
    { $count ->
        [one] Défait : { $count } unité est comme avant.
       *[other] Défait : { $count } unités sont comme avant.
    }
maintaining-done-again =
    { $count ->
        [one] Refait : { $count } unité.
       *[other] Refait : { $count } unités.
    }

## workbench/desk/making.rs

making-choose-a-target-language-first = choisissez d’abord une langue cible
making-aligning = Alignement
making-aligning-the-rest = Alignement de la suite

## workbench/desk/matches.rs

matches-indexing = Indexation de { $name }
matches-there-is-no-release = il n’y a pas de communiqué

## workbench/desk/memories.rs

memories-opening = Ouverture de { $name }
memories-reading-what-was-added = Lecture des ajouts
memories-memory-units =
    Mémoire « { $name } » : { $units ->
        [one] { $units } unité
       *[other] { $units } unités
    }

## workbench/desk/opening.rs

opening-reading-the-folder = Lecture du dossier
opening-opening = Ouverture

## workbench/desk/precedents.rs

precedents-no-match-of-this-row-comes = aucune correspondance de cette ligne ne vient d’un communiqué aligné
precedents-there-is-nowhere-to-go-back = il n’y a nulle part où revenir
precedents-that-release-was-not-saved-and = ce communiqué n’était pas enregistré et a disparu
precedents-that-row-is-not-there-any = cette ligne n’est plus là

## workbench/desk/reading.rs

reading-the-same-line-is-it-on =  ; la même ligne l’est aussi sur les prochaines pages de { $house }
reading-role = Rôle : { $role }{ $kept }
reading-and-paragraphs-alternate-in-this-text = des paragraphes en { $one } et en { $two } alternent dans ce texte : il est lu comme deux
reading-where-came-from-is-not-known = la provenance de { $name } n’est pas connue ici
reading-encoding = encodage : { $encoding }
reading-this-text-has-been-worked-on = ce texte a été travaillé, et le relire ferait perdre ce travail ; faites plutôt un nouveau communiqué du fichier
reading-the-file-of-this-text-is = le fichier de ce texte n’est pas connu ici (texte collé, ou ouvert ailleurs)
reading-reading-again = Relecture

## workbench/desk/references.rs

references-aligning-the-reference = Alignement de la référence
references-there-is-no-text = il n’y a pas de texte
references-another-release-is-open-the-reference = un autre communiqué est ouvert : la référence n’est pas ajoutée
references-is-shown-below-the-source = { $name } s’affiche sous la source

## workbench/desk/review.rs

review-no-link-of-these-releases-is-doubtful = Aucun lien de ces communiqués n’est douteux
review-reading-the-links-of-all-releases = Lecture des liens de tous les communiqués
review-save-this-release-first-then-go = enregistrez d’abord ce communiqué, puis continuez
review-the-release-is-not-saved-so = le communiqué n’est pas enregistré, il reste donc ouvert

## workbench/desk/rows.rs

rows-words-are-offered-while-typing = Des mots sont proposés pendant la frappe
rows-no-words-are-offered = Aucun mot n’est proposé

## workbench/desk/saving.rs

saving-saved-only-when-you-ask-what = Enregistré seulement à votre demande ; ce qui ne l’est pas est protégé d’une panne
saving-somebody-else-has-changed-your-work = quelqu’un d’autre a modifié { $name } ; votre travail est gardé entre-temps, enregistrez-le pour choisir ce que deviennent les deux
saving-not-saved-your-work-is-kept = non enregistré : { $why } ; votre travail est gardé entre-temps
saving-unsaved-work-cannot-be-kept-from = le travail non enregistré ne peut être protégé d’une panne : { $problem }
saving-this-release-is-open-in-another = ce communiqué est ouvert dans une autre fenêtre{ $by } : enregistrez ce que vous faites ici sous un autre nom
saving-looking-for-unsaved-work = Recherche de travail non enregistré

## workbench/desk/storing.rs

storing-the-units-are-kept-and-written = { $error } ; les unités sont gardées et seront écrites quand il y aura de la place

## workbench/exceptions.rs

exceptions-this-sentence-is-the-last-of = cette phrase est la dernière de son paragraphe
exceptions-nothing-can-be-learnt-here = il n’y a rien à apprendre ici
exceptions-this-rule-is-not-one-of = cette règle n’est pas du communiqué
owner-release = Ce communiqué
owner-own = Tous mes textes
carried-places =
    { $count ->
        [0] rien à changer dans ce communiqué
        [one] { $count } endroit changé dans ce communiqué
       *[other] { $count } endroits changés dans ce communiqué
    }
carried-and-more = { $rows } et { $count } autres
carried-look-at =
    { $count ->
        [one]  ; la ligne { $rows } est à revoir
       *[other]  ; les lignes { $rows } sont à revoir
    }
carried-locked =
    { $count ->
        [one]  ; { $count } endroit reste tel quel, sa ligne est verrouillée
       *[other]  ; { $count } endroits restent tels quels, leurs lignes sont verrouillées
    }

## workbench/export_memory.rs

export-memory-diptych-memory = Mémoire Diptych
export-memory-for-other-translation-tools-texts-dates = Pour d’autres outils de traduction : textes, dates, auteurs, statut.
export-memory-for-spreadsheets-texts-authors-status-releases = Pour les tableurs : textes, auteurs, statut, communiqués, dates.
export-memory-the-two-texts-alone-a-line = Les deux textes seuls, une ligne par unité.
export-memory-a-copy-with-every-revision-it = Une copie avec toutes les révisions ; elle reste la même mémoire.

## workbench/figure.rs

figure-without = sans « { $token } »
figure-with = avec « { $token } »
figure-for = « { $new } » pour « { $old } »
figure-1-word-or-mark = 1 mot ou signe : { $difference }
figure-1-the-sentences-before-and-after = +1 : les phrases d’avant et d’après sont aussi les mêmes
figure-0-the-neighbours-are-the-same = +0 : les voisines sont les mêmes, le texte ne l’est pas
figure-0-below-100-they-add-nothing = +0 : les voisins sont les mêmes, au-dessous de 100 ils n’ajoutent rien
figure-0-what-is-repaired-in-the = +0 : ce qui est réparé dans la cible ne change pas le chiffre
figure-all-the-same = { $longer } mots et signes sur { $longer } sont les mêmes : { $alike } %
figure-differ =
    { $count ->
        [one] { $count } mot ou signe sur { $longer } diffère : { $alike } %, arrondi vers le bas
       *[other] { $count } mots et signes sur { $longer } diffèrent : { $alike } %, arrondi vers le bas
    }

## workbench/filter/facet.rs

facet-match = Correspondance
facet-pattern = Forme
facet-origin = Origine
facet-role = Rôle
facet-repeated = Répétition
facet-author = Auteur
facet-changed = Modifié
facet-comments = Commentaires
facet-findings = À vérifier
facet-locked = Verrou

## workbench/filter/facts.rs

facts-nobody = personne
facts-no-date = sans date
facts-commented = avec commentaires
facts-no-comment = sans commentaire
facts-error = erreur
facts-warning = avertissement
facts-note = note
facts-spelling = orthographe
facts-not-checked-yet = pas encore vérifié
facts-no-finding = rien
facts-locked = verrouillé
facts-not-locked = non verrouillé
facts-not-looked-up-yet = pas encore cherchée
facts-none = aucune
facts-first-of-several = première de plusieurs
facts-again = de nouveau
facts-once = une fois
facts-no-time = sans heure
facts-since-opening = depuis l’ouverture
facts-earlier = plus tôt
facts-open = vide
facts-left-out = omis
facts-draft = brouillon
facts-translated = traduit
facts-approved = approuvé
facts-rejected = rejeté
facts-from-090 = dès 0,90
facts-060-to-089 = 0,60 à 0,89
facts-below-060 = sous 0,60
facts-typed = tapé
facts-match = correspondance
facts-match-changed = correspondance, modifiée
facts-copied-from-the-source = copié de la source
facts-filled-from-an-identical-row = repris d’une ligne identique
facts-aligned = aligné
facts-imported = importé
facts-hour = depuis une heure
facts-day = depuis un jour
facts-week = depuis une semaine

## workbench/find/pattern.rs

pattern-the-regular-expression-is-too-large = l’expression régulière est trop grande
pattern-not-one = ce n’est pas une expression régulière : { $why }
pattern-does-not-parse = elle n’est pas lisible

## workbench/find/replace.rs

replace-the-release-has-changed-meanwhile-look = le communiqué a changé entre-temps ; refaites la recherche
replace-there-is-no-such-text = ce texte n’existe pas
replace-there-is-no-such-block = ce bloc n’existe pas
replace-a-sentence-of-row-would-be = une phrase de la ligne { $number } serait vide ; omettez-la

## workbench/former.rs

former-this-state-cannot-be-read = Cet état est illisible : { $why }
former-that-state-is-what-is-open = cet état est celui qui est ouvert
former-that-state-has-another-source-text = cet état a un autre texte source ; ouvrez son fichier comme communiqué
former-rows-differ =
    { $count ->
        [0] Aucune traduction ne diffère.
        [one] { $count } ligne diffère.
       *[other] { $count } lignes diffèrent.
    }

## workbench/harvest.rs

harvest-new = nouvelles
harvest-of-them-besides-another-target-for = dont une autre cible pour la même source
harvest-already-there = déjà là
harvest-left-out-not-accepted-or-a = laissées : non acceptées, ou brouillons
harvest-left-out-one-side-is-empty = laissées : un côté est vide
harvest-left-out-the-same-on-both = laissées : identiques des deux côtés
harvest-left-out-not-content = laissées : hors contenu
harvest-besides-another = dont une autre cible
harvest-not-accepted-yet = pas encore acceptées
harvest-one-sided = d’un seul côté
harvest-same-on-both-sides = identiques des deux côtés

## workbench/import.rs

import-this-is-not-a-memory-of = ce n’est pas une mémoire de Diptych : { $path }
import-told = { $read } lues : { $added } ajoutées, { $updated } mises à jour, { $identical } identiques, { $skipped } écartées
import-stopped = arrêté ; { $told }
import-holds-another-pair = la mémoire contient { $from } vers { $into }, pas { $source } vers { $target } ; nommez une autre mémoire : { $path }

## workbench/intake.rs

intake-the-text-looks-like-not = le texte semble être en { $found }, pas en { $said }

## workbench/jobs.rs

jobs-no-thread-could-be-started = aucun fil d’exécution n’a pu être lancé : { $error }
jobs-unknown-cause = cause inconnue

## workbench/keymap/list.rs

list-in-the-translate-view = Dans la vue Traduire
list-in-the-align-view = Dans la vue Aligner
list-with-a-release-open = Avec un communiqué ouvert
list-always = Toujours
list-title = Raccourcis de Diptych ({ $keymap })
list-command = commande
list-keys = raccourcis

## workbench/keymap/shortcut.rs

shortcut-ctrl-alt-is-altgr-which-types = Ctrl+Alt est AltGr, qui tape des caractères
shortcut-text-fields-need-it = les champs de texte en ont besoin
shortcut-it-types-a-character-hold-ctrl = cette touche tape un caractère ; tenez Ctrl ou Alt

## workbench/library.rs

library-the-memory-is-read-only = la mémoire « { $name } » est en lecture seule : { $why }

## workbench/links/arrange.rs

arrange-a-row-of-one-sentence-a = une ligne d’une phrase de chaque côté ne peut être coupée ici
arrange-there-is-no-row-below = il n’y a pas de ligne au-dessous
arrange-there-is-no-row-above = il n’y a pas de ligne au-dessus
arrange-this-row-has-one-side-only = cette ligne n’a qu’un côté
arrange-only-a-row-without-a-source = seule une ligne sans source peut être supprimée ; déliez d’abord ses deux côtés
arrange-nothing-to-move = il n’y a pas de phrase à déplacer de ce côté

## workbench/links/ends.rs

ends-this-sentence-is-linked-here-already = cette phrase est déjà liée ici
ends-this-row-has-both-sides-unlink = cette ligne a ses deux côtés ; déliez-les d’abord
ends-there-is-no-sentence-of-the = il n’y a pas de phrase de l’autre côté à lier ici
ends-an-accepted-link-stands-between-unlink = un lien accepté se trouve entre les deux ; déliez-le d’abord

## workbench/links/sentences.rs

sentences-a-sentence-cannot-be-emptied-unlink = une phrase ne peut être vidée ; déliez-la ou marquez-la hors contenu
sentences-the-sentence-reads-so-already = la phrase est déjà ainsi

## workbench/links/translated.rs

translated-put-the-caret-inside-the-source = placez le curseur dans la source, là où la ligne doit être coupée

## workbench/offers.rs

offers-there-is-no-match-for-this = il n’y a pas de correspondance { $rank } pour cette ligne

## workbench/opening.rs

opening-encoding-guessed = encodage deviné : { $encoding }

## workbench/parting.rs

parting-one-of-the-two-rows-is = l’une des deux lignes est hors contenu
parting-that-sentence-is-not-in-the = cette phrase n’est pas dans la ligne

## workbench/pivot.rs

pivot-the-release-has-no-such-translation = le communiqué n’a pas cette traduction
pivot-choose-two-languages-that-are-not = choisissez deux langues qui ne sont pas la source
pivot-the-pair-cannot-be-derived = la paire ne peut être déduite : { $misfit }
pivot-via = par { $via }

## workbench/recovery.rs

recovery-told =
    { $changes ->
        [one] { $changes } modification n’était pas enregistrée
       *[other] { $changes } modifications n’étaient pas enregistrées
    } à la fin du programme ; { $rows ->
        [one] { $rows } ligne diffère
       *[other] { $rows } lignes diffèrent
    }.
recovery-lost = { $count } autres ne conviennent pas, car le fichier a été modifié entre-temps.

## workbench/recut/mod.rs

recut-translations-joined-to-be-looked-at = traductions jointes, à revoir
recut-translation-split-to-be-looked-at = traduction coupée, à revoir
recut-translation-stays-with-the-first-piece = la traduction reste à la première partie, à revoir
recut-translation-stays-as-it-is = la traduction reste telle quelle
recut-locked-stays-as-it-is = verrouillée : reste telle quelle

## workbench/reference.rs

reference-the-source-changed-while-the-reference = la source a changé pendant l’alignement de la référence ; réessayez

## workbench/roles.rs

roles-the-row-is-already = la ligne est déjà : { $role }

## workbench/seeker.rs

seeker-the-memory-could-not-be-compared = la comparaison avec la mémoire a échoué

## workbench/session.rs

session-this-release-has-no-other-translation = ce communiqué n’a pas d’autre traduction
session-there-is-nothing-to-undo = il n’y a rien à annuler
session-undone = Annulé : { $change }
session-there-is-nothing-to-redo = il n’y a rien à rétablir
session-done-again = Rétabli : { $change }

## workbench/translating.rs

translating-the-row-is-not-confirmed = la ligne n’est pas confirmée
translating-this-row-has-no-source = cette ligne n’a pas de source
translating-the-target-is-empty-already = la cible est déjà vide
translating-a-row-without-a-source-keeps = une ligne sans source garde sa cible ; joignez-la à une autre ligne
translating-clear-the-target-first = videz d’abord la cible
translating-this-row-is-not-content-it = cette ligne est hors contenu ; elle ne se traduit pas

## workbench/why.rs

why-added-in-the = Ajouté dans le texte { $lang }
why-left-out-in-the = Omis dans le texte { $lang }
why-only-its-place-fits = Seule sa place convient
why-length = Longueur
why-none-on-either-side = rien d’aucun côté
why-it-has-its-partner = le chiffre a son pendant
why-both-have-partners = les deux ont leur pendant
why-all-have-partners = les { $shared } ont leur pendant
why-has-no-partner = { $one } n’a pas de pendant
why-have-no-partner = { $names } n’ont pas de pendant
why-figures-dates = Chiffres, dates
why-both-are-sure = les deux sont sûres
why-is-doubtful-too = { $one } est douteuse aussi
why-are-doubtful-too = { $names } sont douteuses aussi
why-neighbours = Voisines
why-ratio = { $long } : { $short }, d’habitude 1 : { $usual }

## ui/app/language.rs

language-of-the-window = Langue de la fenêtre
language-of-the-system = Comme le système

## workbench/keymap/mod.rs

keymap-no-command = « { $id } » n’est pas une commande de cette version ; ses raccourcis sont ignorés
keymap-key-of = { $command } : { $why }
keymap-passed-over = { $command } : { $key } est ignoré : { $why }
keymap-twice = { $key } est à la fois « { $one } » et « { $other } » ; il reste à la première
keymap-no-map = « { $name } » n’est pas un jeu de raccourcis de cette version ; celui de Diptych est utilisé
keymap-unreadable = le jeu de raccourcis est illisible : { $why }
keymap-palette-again = « Commandes » a besoin d’un raccourci ; elle a de nouveau { $key }
keymap-not-a-key = « { $text } » n’est pas un raccourci (comme Ctrl+Shift+N, Alt+1, F4, Ctrl+Down)

## ui/file_dialogs.rs

file-dialogs-busy = une autre fenêtre de fichiers est ouverte : répondez-lui d’abord
file-dialogs-no-thread = la fenêtre de fichiers n’a pu s’ouvrir : tapez plutôt le chemin

## store/error

store-file = impossible de { $action } : { $cause } ; { $hint } : { $path }
store-other = c’est { $found }, pas { $expected } ; choisissez un autre fichier : { $path }
store-languages = le fichier ne dit pas ses langues ; nommez-les, ou mettez-les dans son nom (comme textes.fr-en.tsv) : { $path }
store-other-memory = impossible d’ajouter à la mémoire « { $wanted } » : le fichier est une autre mémoire, « { $there } » ; ouvrez celle-là pour y ajouter, ou choisissez un autre fichier : { $path }
store-read-only = la mémoire « { $name } » est en lecture seule ; choisissez-en une autre : { $path }
store-journal-left = une session antérieure a laissé des modifications non enregistrées ; récupérez-les ou abandonnez-les d’abord : { $path }
store-no-home = il n’y a pas de dossier pour vos données ; donnez-en le chemin à DIPTYCH_HOME
kind-a-translation-memory = une mémoire de traduction
kind-a-termbase = une base terminologique
kind-a-project = un projet
kind-segmentation-rules = des règles de segmentation
kind-a-file-of-segmentation-rules = un fichier de règles de segmentation
action-read = lire le fichier
action-write = écrire le fichier
action-add = compléter le fichier
action-list = lister le dossier
action-make-folder = créer le dossier
action-remove = supprimer le fichier
hint-missing = vérifiez le nom ou choisissez un autre fichier
hint-missing-folder = créez-le ou choisissez un autre dossier
hint-no-new-files = choisissez un autre dossier
hint-is-folder = choisissez un fichier dedans
hint-not-folder = choisissez un dossier
hint-no-permission = choisissez un autre endroit ou demandez à qui il appartient
hint-write-protected = enregistrez-le sous un autre nom ou dans un autre dossier
hint-full = libérez de la place ou choisissez un autre dossier
hint-too-large = partagez-le en plus petits
hint-busy = fermez-le là-bas ou réessayez dans un instant
hint-name = choisissez un autre nom
hint-system = réessayez ou choisissez un autre endroit
cause-missing = ce fichier n’existe pas
cause-missing-folder = ce dossier n’existe pas
cause-no-new-files = rien ne peut être écrit dans ce dossier
cause-is-folder = c’est un dossier
cause-not-folder = une partie du chemin n’est pas un dossier
cause-no-permission = pas de permission
cause-write-protected = il est protégé en écriture
cause-full = le disque est plein
cause-too-large = il est trop grand ({ $size } Mio ; { $most } Mio au plus sont lus)
cause-busy = un autre programme l’utilise
cause-exists = il y a déjà un fichier de ce nom
cause-bad-name = ce nom n’est pas possible ici

## ui/app/announce.rs

announce-saved = Enregistré
announce-row = Ligne { $number } : { $state }
announce-row-with-texts = Ligne { $number } : { $state }. { $source } | { $target }

## ui/app/concordance.rs

concordance-no-match-comes-from-a-memory = aucune correspondance de cette ligne ne vient d’une mémoire

## ui/app/leverage.rs

leverage-open-a-release-or-a-folder = ouvrez d’abord un communiqué ou un dossier de communiqués

## ui/views/analysis.rs

analysis = Analyse
analysis-nothing-to-export-yet = il n’y a encore rien à exporter
analysis-export-csv = Exporter en CSV…
analysis-export-html = Exporter en HTML…
analysis-this-release = Ce communiqué
analysis-all-of-the-folder = Tout le dossier
analysis-which-releases = Quels communiqués
analysis-by-band = Par tranche
analysis-by-release = Par communiqué
analysis-which-table = Quel tableau
analysis-releases =
    { $count ->
        [one] { $count } communiqué
       *[other] { $count } communiqués
    }
analysis-weights = Pondération
weights-note = Ce que pèse un mot, en pour cent, de 0 à 100. Les mots pondérés sont les mots d’une tranche selon son poids.
weights-weight-of = Poids de « { $category } », en pour cent
analysis-words-by-band = Mots, selon la tranche de leurs correspondances.
analysis-does-not-count = { $path } ne compte pas : { $cause }
analysis-rows-are-looked-up = Les lignes sont comparées aux mémoires…
analysis-there-is-none = Il n’y a pas d’analyse.
analysis-several-translations = Une même source, plusieurs traductions confirmées
analysis-place = { $release } ligne { $row }

## ui/views/figures.rs

figures-line = { $name } : { $figures }

## ui/views/fragments.rs

fragments-passage = Passage { $rank }, { $passage } : { $text }
fragments-put-in = l’insère au curseur
fragments-passages = Passages
fragments-of-this-sentence = de cette phrase
fragments-units =
    { $count ->
        [one] dans { $count } unité
       *[other] dans { $count } unités
    }
fragments-units-or-more =
    { $count ->
        [one] dans { $count } unité ou plus
       *[other] dans { $count } unités ou plus
    }

## ui/views/concordance.rs

concordance = Concordance
concordance-find-in-source = Chercher dans la source
concordance-find-in-target = Chercher dans la cible
concordance-side = { $name } ({ $lang })
concordance-words = Mots
concordance-phrase = Expression
concordance-look-for = Chercher par
concordance-whole-words = Mots entiers
concordance-match-case = Respecter la casse
concordance-match-accents = Respecter les accents
concordance-type-what-to-look-for = Tapez ce qu’il faut chercher ; si les deux champs sont remplis, les deux doivent convenir
concordance-insert-target = Insérer la cible
concordance-earlier-release = Communiqué antérieur
concordance-export-hits = Exporter les occurrences…
concordance-looking = Recherche…
concordance-hits-so-far =
    { $count ->
        [one] { $count } occurrence pour l’instant
       *[other] { $count } occurrences pour l’instant
    }
concordance-best-shown =
    { $count ->
        [one] { $count } occurrence
       *[other] { $count } occurrences
    }, les { $shown } meilleures affichées
concordance-more-than = Plus de { $count } occurrences
concordance-more-than-best-shown = Plus de { $count } occurrences, les { $shown } meilleures affichées
concordance-hit = Occurrence { $place } : { $source }
concordance-approved-by = approuvé par { $name }

## ui/app/dictionary.rs

dictionary-choose = Choisir un dictionnaire orthographique
dictionary-find = Chercher un dictionnaire
dictionary-is-chosen = choisi
dictionary-from-a-file = Un autre fichier (.dic, .aff)…
dictionary-as-found = Le premier trouvé
dictionary-of-hunspell = Dictionnaires Hunspell
dictionary-path-is-no-unicode = ce chemin ne peut être retenu : il n’est pas en Unicode
dictionary-chosen = L’orthographe en { $name } est vérifiée par { $path }
dictionary-as-found-again = L’orthographe en { $name } est vérifiée par le premier dictionnaire trouvé

## ui/views/docked.rs

docked-dock = Ancrer
docked-undock = Détacher
docked-to-the-row = À la ligne
docked-in-a-window-again = La concordance et le communiqué antérieur s’ouvrent de nouveau dans une fenêtre

## ui/views/precedent.rs

precedent-unit-is-gone = Cette unité n’est plus dans la mémoire.
precedent-neighbours-are-not-known = La mémoire ne connaît pas les phrases voisines ; celles-ci ont été enregistrées avant et après.
precedent-no-project-file = son fichier de projet n’est ni dans le dossier ni parmi les récents
precedent-open-release = Ouvrir le communiqué

## ui/views/memories.rs

memories = Mémoires
memories-none-is-open = Aucune mémoire n’est ouverte. Ce que vous confirmez en crée une.
memories-make = Nouvelle mémoire…
memories-open = Ouvrir une mémoire…
memories-send = Envoyer…
memories-in-the-program = dans le programme
memories-asked-from-the-top = Consultées de haut en bas : à égalité, la correspondance de la mémoire du dessus passe devant.
memories-row = { $place }. { $name } : { $note }
memories-pair-and-units = { $source } vers { $target }, { $units }
memories-matches = Correspondances
memories-asked = Consultée
memories-not-asked = Non consultée
memories-penalty = Pénalité
memories-writing = Écriture
memories-written-to = Autorisée
memories-read-only = Lecture seule
memories-confirmed-rows = Lignes confirmées
memories-go-elsewhere = Vont ailleurs
memories-go-here = Vont ici
memories-per-cent-off = Pourcentage retiré
memories-type-a-number = tapez un nombre de 0 à { $most }
memories-per-cent-are-taken-off = pour cent sont retirés à chacune de ses correspondances
memories-units = Unités…
memories-close-memory = Fermer la mémoire
memories-it-is-the-last-one = c’est la dernière
memories-move-down = Descendre
memories-it-is-the-first-one = c’est la première
memories-move-up = Monter
memories-written-to-working = autorisée : c’est votre mémoire de travail
memories-read-only-bundled = lecture seule : elle est fournie avec le programme
memories-do-not-go-here = ne vont pas ici : { $why }
memories-go-here-by-default = vont ici, sauf si une autre mémoire est choisie pour elles
memories-mark-takes-confirmed-rows = reçoit les lignes confirmées
memories-mark-not-asked = non consultée
memories-mark-penalty = −{ $points } %
memories-mark-read-only = lecture seule

## workbench/library/using.rs

library-comes-with-the-program = elle est fournie avec le programme
library-its-file-says-so = son fichier le dit
library-you-have-set-it-so = vous l’avez choisi ainsi
library-takes-only-approved = elle ne reçoit que ce qui est approuvé ou publié

## workbench/desk/using.rs

using-memory-is-closed = La mémoire « { $name } » est fermée ; son fichier est conservé
using-confirmed-is-kept-in-it = ce que vous confirmez y est gardé
using-it-comes-with-the-program = elle est fournie avec le programme ; vous pouvez ne pas la consulter
using-units-are-not-on-disk-yet = certaines de ses unités ne sont pas encore sur le disque
using-it-is-still-being-read = sa lecture n’est pas terminée

## ui/views/pretranslate.rs

pretranslate = Prétraduire
pretranslate-open-rows =
    { $count ->
        [one] { $count } ligne vide peut être remplie.
       *[other] { $count } lignes vides peuvent être remplies.
    } Les lignes qui ont un texte restent telles quelles.
pretranslate-no-row-is-open = aucune ligne n’est vide
pretranslate-fill-open-rows = Remplir les lignes vides
pretranslate-which-matches = Quelles correspondances
pretranslate-from = À partir de
pretranslate-exact-only = Exactes seulement
pretranslate-least-percentage = Pourcentage minimal
pretranslate-take = Prendre
pretranslate-leave = Laisser
pretranslate-repaired-matches = Correspondances réparées
pretranslate-matches-that-had-to-be-repaired = correspondances qu’il a fallu réparer (R)
pretranslate-aligned-releases = Communiqués alignés
pretranslate-rows-that-are-in-no-memory = lignes qui ne sont encore dans aucune mémoire
pretranslate-type-a-percentage = tapez un pourcentage de 50 à 101
pretranslate-source-asked = Consultée : { $name }, { $note }
pretranslate-source-not-asked = Non consultée : { $name }, { $note }
pretranslate-done = Prétraduction
pretranslate-what-was-filled-is-a-draft = Ce qui a été rempli est un brouillon. Annuler reprend le tout.
pretranslate-filled = Remplies
pretranslate-of-these-repaired = Dont réparées (R)
pretranslate-left-open-no-match = Vides, sans correspondance
pretranslate-left-open-locked = Vides, verrouillées
pretranslate-changed-meanwhile = Modifiées entre-temps
pretranslate-match = Correspondance
pretranslate-rows = Lignes
pretranslate-words = Mots

## workbench/pretranslating.rs

change-pre-translate = prétraduire
pretranslating-filled =
    { $count ->
        [one] { $count } ligne remplie
       *[other] { $count } lignes remplies
    } ({ $words ->
        [one] { $words } mot
       *[other] { $words } mots
    })
pretranslating-without-a-match =
     ; { $count ->
        [one] { $count } ligne sans correspondance suffisante
       *[other] { $count } lignes sans correspondance suffisante
    }
pretranslating-locked =
     ; { $count ->
        [one] { $count } ligne verrouillée
       *[other] { $count } lignes verrouillées
    }
pretranslating-changed-meanwhile =
     ; { $count ->
        [one] { $count } ligne modifiée entre-temps
       *[other] { $count } lignes modifiées entre-temps
    }

## ui/views/match_card.rs

match-card-codes =
    { $count ->
        [one] { $count } code en ligne
       *[other] { $count } codes en ligne
    }

## workbench/desk/leverage.rs

leverage-analysing = Analyse
leverage-pretranslating = Prétraduction
leverage-there-is-no-release-to-analyse = il n’y a pas de communiqué à analyser
leverage-analysis-exported-to = Analyse exportée vers { $path }
leverage-memory-is-still-being-read = la lecture de la mémoire « { $name } » n’est pas terminée ; réessayez quand elle sera là
leverage-another-release-was-opened = un autre communiqué a été ouvert entre-temps ; rien n’a été rempli
leverage-confirming-fills-none = La confirmation d’une ligne n’en remplit aucune autre
leverage-confirming-fills-open-rows = La confirmation d’une ligne remplit les lignes vides identiques
leverage-confirming-fills-drafts = La confirmation d’une ligne remplit les lignes vides identiques et les brouillons déjà remplis ainsi

## workbench/desk/concordance.rs

concordance-indexing-the-words = Indexation des mots de { $name }
concordance-there-is-no-hit-to-export = il n’y a pas d’occurrence à exporter
concordance-hits-to =
    { $count ->
        [one] { $count } occurrence
       *[other] { $count } occurrences
    } vers { $path }
concordance-nothing-to-look-for = il n’y a rien à chercher : tapez un mot

## workbench/desk/spelling.rs

spelling-is-checked = L’orthographe est vérifiée
spelling-is-not-checked = L’orthographe n’est pas vérifiée
spelling-there-is-no-dictionary = Il n’y a pas de dictionnaire d’orthographe pour cette langue : { $name }. Sous Debian et Ubuntu : sudo apt-get install { $package }. Ailleurs, placez { $base }.dic et { $base }.aff, tels que les suites bureautiques les ont, dans { $folder }

## workbench/propagating.rs

change-except-row-from-propagation = excepter la ligne de la propagation
change-propagate-to-row-again = propager de nouveau à la ligne
propagating-nothing-is-ever-propagated = rien ne se propage jamais à cette ligne
propagating-keeps-its-own = Cette ligne garde sa propre traduction
propagating-takes-the-translation-again = Cette ligne reprend la traduction des lignes identiques

## workbench/speller/worker.rs

speller-dictionary-cannot-be-used = le dictionnaire d’orthographe est inutilisable, { $why } : { $path }
speller-its-form-is-not-known = sa forme est inconnue

## workbench/analysis/category.rs

category-context = 101 (contexte)
category-no-match = Aucune correspondance
category-repetitions = Répétitions
category-repetitions-across-releases = Répétitions entre communiqués
category-internal = { $band } internes

## workbench/analysis/report.rs

report-matches = Correspondances
report-segments = Segments
report-words = Mots
report-percent-of-words = % des mots
report-characters = Caractères
report-without-spaces = Sans espaces
report-weight = Pondération
report-weighted-words = Mots pondérés
report-percent = { $percent } %
report-total = Total
report-not-content = Hors contenu
report-left-out = Omis
report-release = Communiqué
report-repeated = Répétés
report-internal = Internes
report-none = Aucune
report-weighted = Pondérés

## workbench/analysis/html.rs

report-words-by-release = Mots par communiqué
report-place = { $release }, ligne { $row }

## workbench/analysis/sources.rs

sources-no-release-in-it = il ne contient aucun communiqué
sources-neither-project-nor-text = ce n’est ni un projet ni un texte
sources-language-guessed = langue devinée : { $tag } ({ $lang })
sources-it-is-in = la langue est : { $lang }
sources-it-has-no-translation = il n’a pas de traduction
sources-no-memory-serves = aucune mémoire ne sert : { $pairs }
sources-into-which-language = vers quelle langue ? les mémoires ont { $langs }

## ui/views/steps.rs, workbench/desk/steps.rs

steps-undo-and-redo = Toutes les étapes
steps-enter-goes-there = Entrée va à l’étape marquée : ce qui a été fait ensuite est annulé, et peut être rétabli.
steps-go-there = Y aller
steps-before-all = Avant toutes ces étapes
steps-change-in-row = { $change }, ligne { $row }
steps-here = ici
steps-undone = annulé
steps-looking-for-them = Recherche des étapes antérieures
steps-taken-back = { $count ->
    [one] { $count } étape est annulée. État actuel : { $after }
   *[other] { $count } étapes sont annulées. État actuel : { $after }
}
steps-done-again = { $count ->
    [one] { $count } étape est rétablie. État actuel : { $after }
   *[other] { $count } étapes sont rétablies. État actuel : { $after }
}

## ui/views/log.rs, workbench/desk/log.rs

log-messages = Messages
log-only-what-went-wrong = Seulement ce qui a échoué
log-copy-all = Tout copier
log-nothing = Aucun message pour l’instant.
log-all-messages-are-on-the-clipboard = Tous les messages sont dans le presse-papiers.
log-done = fait
log-notice = note
log-wrong = échec

## ui/views/claimed.rs, workbench/desk/presence.rs

claimed-somebody-has-this-release-open = Ce communiqué est déjà ouvert ailleurs
claimed-somebody = Quelqu’un
claimed-since = { $name } l’a ouvert depuis le { $since } (dernier signe : { $last }).
claimed-on-since = { $name } l’a ouvert sur { $machine } depuis le { $since } (dernier signe : { $last }).
claimed-at-work = Ouvert en lecture, il ne peut pas être modifié ; ce que vous enregistrez va dans un autre fichier.
claimed-nothing-was-heard = Aucun signe depuis plus de deux minutes : le programme ou la connexion a pu s’arrêter. Qui le reprend continue le travail ; l’autre fenêtre ne peut plus que lire.
claimed-open-to-read = Ouvrir en lecture
claimed-take-over = Reprendre
claimed-they-are-at-work = le travail y est en cours
presence-taken-over = Quelqu’un a repris ce communiqué. Ici, il ne peut plus qu’être lu ; enregistrez-le sous un autre nom pour continuer.
presence-choose-another-name = Quelqu’un d’autre travaille sur ce fichier : choisissez un autre nom.
session-open-to-be-read = ce communiqué est ouvert en lecture seule : enregistrez-le sous un autre nom pour le modifier

## ui/views/floating.rs, ui/app/layout.rs

floating-doubtful-links = Liens douteux
floating-hide = Masquer
floating-move = Déplacer
panel-right = Le panneau est à droite
panel-left = Le panneau est à gauche
panel-below = Le panneau est sous les lignes
panel-floating = Le panneau flotte : sa fenêtre se déplace et se redimensionne

## ui/views/fonts.rs

fonts-font-of-source-texts = Police des textes source
fonts-font-of-target-texts = Police des textes cible
fonts-find-a-font = Chercher une police
fonts-diptychs-own = Celle de Diptych (Noto Sans)
fonts-size = Taille : { $percent } %
fonts-smaller = Plus petit
fonts-larger = Plus grand
fonts-use-this-font = Utiliser cette police
fonts-chosen = La police est choisie. Ce qui lui manque vient de celle de Diptych.
## ui/views/send_memory.rs

send-to-shared-memory = Envoyer à la mémoire partagée
send-no-way = Rien ne peut être envoyé : il faut une mémoire de travail qui a des unités et une mémoire partagée ouverte des mêmes langues, ouverte en écriture. Ctrl+M en ouvre une
send-nothing-can-go = rien ne peut partir maintenant
send-units = Envoyer { $count } { $count ->
    [one] unité
   *[other] unités
}
send-way = Mémoire de travail { $source }-{ $target } vers « { $to } » ({ $place })
send-part = { $count } { $what }
send-can-go = { $count ->
    [0] Rien ne peut partir maintenant.
    [one] { $count } unité peut partir : { $parts }.
   *[other] { $count } unités peuvent partir : { $parts }.
}
send-of-releases = { $count ->
    [one] D’un communiqué : { $list }
   *[other] De { $count } communiqués : { $list }
}
send-of-release = { $number } ({ $count })
send-no-number = sans numéro
send-and-more = {" "}et { $count } de plus
send-wait = { $count ->
    [one] { $count } unité attend : { $parts }.
   *[other] { $count } unités attendent : { $parts }.
}
send-unread = { $count ->
    [one] { $count } communiqué n’a pas pu être lu : on ne sait s’il est sous embargo.
   *[other] { $count } communiqués n’ont pas pu être lus : on ne sait s’ils sont sous embargo.
}
send-embargoes-known = Les embargos sont ceux du communiqué ouvert, de ceux du dossier et des récents
send-conflicts = Conflits
send-conflicts-wait = Attendent
send-conflicts-go = Partent aussi
send-conflicts-note = La mémoire partagée a une autre cible pour la source ; les deux restent si les conflits partent (Alt+1)
send-unit = { $source } : { $verdict }

## workbench/sending.rs

sending-looking = Recherche de ce qui peut être envoyé
sending-new = en plus
sending-changed = y remplaçant un état antérieur
sending-same = y étant déjà, quittant la mémoire de travail
sending-conflict = y ayant une autre cible
sending-not-approved = sans approbation
sending-kept = que le communiqué garde privées
sending-embargo = sous embargo jusqu’au { $moment }
sending-two-states = en deux états
sending-nothing-can-go = Rien n’a pu être envoyé
sending-sent = { $count ->
    [one] { $count } unité envoyée à « { $name } ». Ctrl+Z la reprend
   *[other] { $count } unités envoyées à « { $name } ». Ctrl+Z les reprend
}
sending-kept-private = Ce qui est confirmé dans ce communiqué reste dans votre mémoire de travail
sending-private-no-longer = Ce qui est confirmé dans ce communiqué suit de nouveau les règles des mémoires

## ui/views/correct.rs

correct-everywhere = Corriger partout
correct-wrong = Forme fautive
correct-right = Forme juste
correct-wrong-short = Fautif
correct-right-short = Juste
correct-language = Langue
correct-look-for = Chercher
correct-words = Mots entiers
correct-letters = Lettres
correct-keep-case = Garder les capitales
correct-type-and-look = Tapez la forme fautive et appuyez sur Entrée : toutes les mémoires ouvertes sont parcourues, et les communiqués du dossier
correct-type-the-wrong-form = tapez d’abord la forme fautive
correct-nothing-found = Rien n’a cette forme
correct-nothing-chosen = rien n’est choisi
correct-look = Chercher
correct-texts = Corriger { $count } { $count ->
    [one] texte
   *[other] textes
}
correct-forms = Formes trouvées, et ce que devient chacune
correct-form = { $found } ({ $count })
correct-becomes = Forme juste pour { $found }
correct-extent = Choisi : { $units ->
    [one] { $units } unité
   *[other] { $units } unités
} dans { $memories ->
    [one] { $memories } mémoire
   *[other] { $memories } mémoires
}, { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} dans { $releases ->
    [one] { $releases } communiqué
   *[other] { $releases } communiqués
}
correct-left-published = Publié, jamais changé : { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
} dans { $releases ->
    [one] { $releases } communiqué
   *[other] { $releases } communiqués
}
correct-left-locked = Verrouillé, laissé tel quel : { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}
correct-left-read-only = Dans des mémoires en lecture seule, laissé tel quel : { $units ->
    [one] { $units } unité
   *[other] { $units } unités
}
correct-unread = { $count ->
    [one] { $count } communiqué n’a pas pu être lu
   *[other] { $count } communiqués n’ont pas pu être lus
}
correct-spot = { $place }, { $where }
correct-in-memory = unité de { $name }
correct-in-memory-of = unité de { $name }, communiqué { $release }
correct-in-row = ligne { $number } de { $name }
correct-in-row-unused = ligne { $number } de { $name } (n’a pris aucune de ces unités)

## workbench/correcting

correcting-looking = Recherche de la forme fautive
correcting-correcting = Correction
correcting-read-only = lecture seule
correcting-published = publié
correcting-done = « { $wrong } » est maintenant « { $right } » dans { $units ->
    [one] { $units } unité
   *[other] { $units } unités
} et { $rows ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}. Ctrl+Z y revient

## workbench/wide.rs

wide-it-has-changed = il a changé entre-temps
wide-changing-releases = Modification des communiqués
wide-not-all-could-be-changed = Tous les communiqués n’ont pas pu être changés.

## workbench/finding_texts.rs

finding-open = Il n’y a pas encore de traduction.
finding-empty = La traduction n’a pas de texte.
finding-identical = La cible est la source mot pour mot.
finding-missing =
    { $kind ->
        [date] La date « { $source } » manque.
        [time] L’heure « { $source } » manque.
        [document] Le numéro de document « { $source } » manque.
        [address] L’adresse « { $source } » manque.
        [name] Le nom « { $source } » manque.
        [acronym] Le sigle « { $source } » manque.
        [tag] La balise « { $source } » manque.
       *[number] « { $source } » manque.
    }
finding-added =
    { $kind ->
        [date] La date « { $target } » n’est pas dans la source.
        [time] L’heure « { $target } » n’est pas dans la source.
        [document] Le numéro de document « { $target } » n’est pas dans la source.
        [address] L’adresse « { $target } » n’est pas dans la source.
        [name] Le nom « { $target } » n’est pas dans la source.
        [acronym] Le sigle « { $target } » n’est pas dans la source.
        [tag] La balise « { $target } » n’est pas dans la source.
       *[number] « { $target } » n’est pas dans la source.
    }
finding-differs =
    { $kind ->
        [date] La date « { $source } » est devenue « { $target } ».
        [time] L’heure « { $source } » est devenue « { $target } ».
        [document] Le numéro de document « { $source } » est devenu « { $target } ».
        [address] L’adresse « { $source } » est devenue « { $target } ».
        [name] Le nom « { $source } » est devenu « { $target } ».
        [acronym] Le sigle « { $source } » est devenu « { $target } ».
        [tag] La balise « { $source } » est devenue « { $target } ».
       *[number] « { $source } » est devenu « { $target } ».
    }
finding-doubled-tag = La balise « { $tag } » figure trop souvent.
finding-number-date = Le numéro du communiqué dit { $number }, son titre { $headline }.
finding-unclosed = Le signe « { $mark } » n’est pas fermé.
finding-unopened = Le signe « { $mark } » ne ferme rien.
finding-quotation-lost = « { $quoted } » est une citation dans la source et n’en est plus une dans la cible.
finding-marks = Les guillemets sont ici { $wanted } et non { $found }.
finding-end-mark = La source finit par « { $source } », la cible par « { $target } ».
finding-end-mark-missing = La source finit par « { $source } », la cible sans signe.
finding-end-mark-added = La cible finit par « { $target } », la source sans signe.
finding-ends-differ = La cible ne finit pas comme la source.
finding-space-missing-before = Il manque une espace devant « { $mark } ».
finding-space-missing-after = Il manque une espace après « { $mark } ».
finding-space-before = Il y a une espace devant « { $mark } ».
finding-space-after = Il y a une espace après « { $mark } ».
finding-space-several = Il y a plusieurs espaces.
finding-space-at-end = Il y a une espace au bout du texte.
finding-space-breaking = La ligne peut se couper près de « { $mark } ».
finding-doubled-word = « { $word } » figure deux fois.
finding-left-over = « { $words } » n’est pas traduit.
finding-language = C’est du { $found } et non du { $wanted }.
finding-forbidden-term = « { $found } » est proscrit : « { $wanted } ».
finding-forbidden-term-alone = « { $found } » est proscrit.
finding-missing-term = « { $source } » se rend par « { $wanted } ».
finding-negation = La source dit « { $source } », et rien dans la cible ne le dit.
finding-short = La cible a { $percent } % de la longueur attendue.
finding-sentences = { $source } phrases sont devenues { $target }, et la cible est courte.
finding-other-target = La ligne { $row } traduit la même source par « { $target } ».
finding-other-source = La ligne { $row } a la même traduction pour « { $source } ».
finding-headline = Le titre a { $length } signes ; au-delà de { $most } il est long.
grade-off = désactivé
grade-info = note
grade-warning = avertissement
grade-error = erreur
fact-quotation = citation
fact-number = nombre
fact-date = date
fact-time = heure
fact-document = numéro de document
fact-address = adresse
fact-name = nom
fact-acronym = sigle
fact-tag = balise
fact-unpaired = sans pendant
fact-doubtful = douteux
fact-paired = apparié
check-open = Lignes ouvertes
    .explains = Une ligne n’a pas encore de traduction.
check-empty = Traductions vides
    .explains = La traduction n’a pas de texte.
check-identical = Source laissée telle quelle
    .explains = La cible est la source mot pour mot, alors qu’elle a des mots à traduire.
check-language = Langue de la cible
    .explains = La cible est dans une autre langue.
check-number = Nombres
    .explains = Un nombre manque, est ajouté ou est autre ; les nombres se comparent par leur valeur (2 000 = 2,000 = 2.000 = deux mille).
check-date = Dates
    .explains = Une date manque, est ajoutée ou est autre ; les dates relatives partent de la date du communiqué.
check-time = Heures
    .explains = Une heure manque, est ajoutée ou est autre.
check-document-number = Numéros de documents
    .explains = Le numéro d’un document manque, est ajouté ou est autre.
check-numbering = Numéro du communiqué
    .explains = La date dans le numéro du communiqué n’est pas celle du titre.
check-address = Adresses
    .explains = Une adresse de la toile ou de courriel, ou un numéro de téléphone, manque ou est autre.
check-name = Noms
    .explains = Un nom manque ou est autre ; graphies et alphabets peuvent différer.
check-acronym = Sigles
    .explains = Un sigle gardé ou rendu ailleurs dans le communiqué manque.
check-term = Termes
    .explains = Un terme des bases n’est pas employé, ou un terme proscrit l’est ; toute flexion compte.
check-negation = Négations
    .explains = La source nie quelque chose, et rien dans la cible ne le nie.
check-cut = Texte omis
    .explains = La cible est bien plus courte que les traductions de ce communiqué, ou a moins de phrases.
check-quotation = Citations
    .explains = Une citation n’est pas fermée, ou n’en est plus une.
check-quotation-marks = Guillemets
    .explains = Les guillemets sont ceux d’une autre langue.
check-brackets = Parenthèses
    .explains = Une parenthèse n’est pas fermée, ou n’a pas été ouverte.
check-end-mark = Signes de fin
    .explains = La cible ne finit pas comme la source.
check-spaces = Espaces
    .explains = Une espace manque ou est de trop selon les règles de la langue.
check-breaking-spaces = Espaces sécables
    .explains = Une espace ordinaire figure là où la ligne ne doit pas se couper (« » : ; ? !).
check-doubled-word = Mots doublés
    .explains = Un mot figure deux fois.
check-left-over = Mots restés
    .explains = Des mots de la langue source restent dans la cible.
check-tags = Balises
    .explains = Une balise manque, est ajoutée ou doublée.
check-headline = Longueur des titres
    .explains = Le titre est devenu plus long que ne le sont les titres.
check-same-source = Même source, plusieurs cibles
    .explains = Une phrase source est traduite de plusieurs façons.
check-same-target = Même cible, plusieurs sources
    .explains = Des phrases sources différentes ont une même traduction.

## workbench/deciding.rs, workbench/desk/checks.rs

change-dismiss-finding = écarter une remarque
change-take-dismissal-back = reprendre une remarque écartée
change-mend-finding = corriger une remarque
change-tick-facts = cocher des faits
change-take-ticks-back = décocher des faits
change-switch-check = régler une vérification
change-export-all-the-same = exporter malgré tout
deciding-no-finding = Cette ligne n’a pas de remarque.
deciding-being-checked = La ligne est vérifiée de nouveau : essayez encore.
deciding-no-fix = Il n’y a pas de correction sûre pour cette remarque.
checks-dismissed = Pas une faute ici : { $finding }
checks-mended = Corrigé : { $finding }
gate-say-why = Dites pourquoi il part malgré tout.

## ui/views/dock_checks.rs, checks.rs, dismissals.rs, facts.rs, gate.rs

next = suivante
dock-checks = Vérifications
dock-checks-under-way = vérification en cours
dock-checks-in-this-release =
    { $count ->
        [one] { $count } dans ce communiqué
       *[other] { $count } dans ce communiqué
    }
dock-checks-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
dock-checks-finding = Ligne { $number }, { $severity } : { $sentence }
dock-checks-mend = corriger
dock-checks-no-fault = pas une faute
checks = Vérifications
checks-of-this-release = Ce qui est choisi ici vaut pour ce communiqué et va avec son fichier.
checks-on-or-off = Activer ou désactiver
dismissals = Remarques qui ne sont pas des fautes
dismissals-none = Aucune remarque n’a été écartée, ou les textes ont changé depuis.
dismissals-hint = Chacune reste écartée jusqu’à ce que le texte de sa ligne change.
dismissals-take-back = La signaler de nouveau
go-to-row = Aller à la ligne
facts = Faits
facts-none-here = Il n’y a pas de faits.
facts-tick = Cocher
facts-untick = Décocher
facts-tick-paired = Cocher tout ce qui s’apparie
facts-go-there = Y aller
facts-ticked = coché
facts-to-tick = à comparer
facts-counts = { $unpaired } sans pendant, { $doubtful } douteux, { $paired } appariés ; { $ticked } sur { $count } cochés.
facts-and-more = { $told } et { $count } autres
facts-spoken = { $verdict } : { $kind } { $value }, { $source } → { $target }, { $ticked }
gate = Prêt à partir ?
gate-ready = Rien ne manque : le communiqué peut partir.
gate-lacking =
    { $count ->
        [one] Il manque { $count } chose. Entrée y mène.
       *[other] Il manque { $count } choses. Entrée y mène.
    }
gate-unconfirmed = La traduction n’est pas confirmée.
gate-rejected = La traduction a été renvoyée.
gate-changed = La source a changé.
gate-fact = Pas encore comparé : { $kind } { $value } ({ $verdict })
gate-spoken = Ligne { $number } : { $text }
gate-export = Exporter…
gate-as-draft = Exporter comme ébauche…
gate-all-the-same = Exporter malgré tout…
gate-reason = Raison
gate-reason-hint = Pourquoi il part malgré tout ; gardé dans le communiqué

## ui/views/said_before.rs

said-before = Déjà dit
said-before-insert = insérer
said-before-spoken = Déjà dit, { $rendering } : { $origin }
said-before-nothing = Aucune citation de cette ligne n’a déjà été dite.
## Kinds and statuses of terms

term-kind-person = personne
term-kind-title = titre
term-kind-organisation = organisation
term-kind-place = lieu
term-kind-acronym = sigle
term-kind-phrase = expression
term-status-preferred = retenu
term-status-admitted = admis
term-status-forbidden = interdit

## ui/app/terms.rs

terms-none-in-this-row = Aucun terme d’une base terminologique dans cette ligne
terms-insert = Insérer un terme
terms-find = Chercher un terme
terms-for = pour { $source }
terms-merge-which = Quelle base terminologique reprendre ?
terms-find-termbase = Chercher une base terminologique
asking-diptych-termbase = Base terminologique Diptych
asking-terms = Termes : tableaux, TBX, bases terminologiques

## ui/views/dock_terms.rs

dock-terms = Termes
dock-terms-none = aucun
dock-terms-insert = insérer
dock-terms-admitted = admis
dock-terms-forbidden = interdit
dock-terms-forbidden-there = interdit, est dans la cible
dock-terms-used = employé
dock-terms-not-used = pas encore employé
dock-terms-line = { $source } : { $text }, { $how }
dock-terms-click = L’insère au curseur. De « { $base } »
dock-terms-also = aussi { $terms }
dock-terms-from = à partir du { $from }
dock-terms-until = jusqu’au { $until }
dock-terms-time = du { $from } au { $until }

## ui/views/concept_form.rs

form-add = Ajouter un terme
form-change = Modifier un terme
form-in = Il va dans « { $base } ».
form-is-there = Il est déjà dans « { $base } » : ce que vous enregistrez s’y ajoute.
form-termbase = Base terminologique
form-kind = Type
form-language = Langue du terme { $place }
form-term = Terme { $place } ({ $lang })
form-status = Statut du terme { $place }
form-issuer-of = Maison du terme { $place }
form-note-of = Note sur le terme { $place }
form-note = note
form-all-houses = toutes les maisons
form-remove-term = Supprimer le terme { $place }
form-add-term = Un autre terme
form-issuer = Maison
form-from = Valable du
form-until = au
form-first-day = Premier jour de validité
form-last-day = Dernier jour de validité
form-day-hint = 2026-03-12
form-note-title = Note
form-source = Source
form-keys = Entrée enregistre. Alt+1, 2, 3 : retenu, admis, interdit. Ctrl+Suppr supprime le terme où l’on est.
form-store = Enregistrer dans « { $base } »
form-no-term = Il n’y a pas encore de terme.
form-no-language = La langue du terme { $place } n’est pas connue.
form-no-day = « { $text } » n’est pas un jour comme 2026-03-12.
form-two-preferred = « { $one } » et « { $two } » sont tous deux retenus ({ $lang }) : admettez l’un des deux, ou dites de quelle maison il est.

## ui/views/new_names.rs

names-title = Noms absents des bases terminologiques
names-looking = Recherche des noms…
names-none = Tous les noms du communiqué sont dans une base terminologique.
names-told = { $count ->
    [one] { $count } nom. Les équivalents sont des propositions : vérifiez-les avant de les ajouter.
   *[other] { $count } noms. Les équivalents sont des propositions : vérifiez-les avant de les ajouter.
}
names-row = { $name } : { $rendering }, { $from }, { $kind }, { $rows }
names-rows = { $count ->
    [one] ligne { $rows }
   *[other] lignes { $rows }
}
names-choose = Choisir { $name }
names-from-release = ce communiqué
names-from-units = { $count ->
    [one] { $count } unité
   *[other] { $count } unités
}
names-from-letters = par ses lettres
names-choose-some = choisissez d’abord des noms
names-add-chosen = { $count ->
    [one] Ajouter { $count } nom
   *[other] Ajouter { $count } noms
}
names-add = L’examiner…
names-keys = Espace choisit.
names-stored = { $count ->
    [one] { $count } nom est maintenant dans la base terminologique
   *[other] { $count } noms sont maintenant dans la base terminologique
}

## ui/views/term_table

term-table-title = Termes de « { $name } »
term-table-search = Mots d’un terme
term-table-shown = Ce qui est affiché
term-table-all = Tous
term-table-doubtful = Douteux ({ $count })
term-table-of = { $count ->
    [one] { $shown } sur { $count } concept
   *[other] { $shown } sur { $count } concepts
}
term-table-any-kind = tout type
term-table-first-language = Langue de la première colonne
term-table-second-language = Langue de la deuxième colonne
term-table-changed = Modifié
term-table-none = Aucun concept ne correspond.
term-table-row = { $place }. { $first } : { $second }, { $kind }
term-table-add = Ajouter…
term-table-edit = Modifier…
term-table-import = Importer…
term-table-export = Exporter…
term-table-merge = Fusionner…
term-table-import-title = Importer des termes (CSV, TSV, XLSX, TBX)
term-table-export-title = Exporter les termes (.csv ou .tbx)

## ui/views/term_table/confirm.rs

term-plan-import = Reprendre « { $from } » dans « { $name } »
term-plan-merge = Fusionner « { $from } » dans « { $name } »
term-plan-delete = Supprimer de « { $name } »
term-plan-do-import = { $count ->
    [one] Reprendre { $count } concept
   *[other] Reprendre { $count } concepts
}
term-plan-do-delete = { $count ->
    [one] Supprimer { $count } concept
   *[other] Supprimer { $count } concepts
}
term-plan-added = { $count ->
    [one] { $count } concept est nouveau.
   *[other] { $count } concepts sont nouveaux.
}
term-plan-changed = { $count ->
    [one] { $count } concept change.
   *[other] { $count } concepts changent.
}
term-plan-deleted = { $count ->
    [one] { $count } concept est supprimé.
   *[other] { $count } concepts sont supprimés.
}
term-plan-same = { $count ->
    [one] { $count } concept est déjà là.
   *[other] { $count } concepts sont déjà là.
}
term-plan-doubtful = { $count ->
    [one] { $count } concept serait douteux : deux termes retenus dans une langue, ou un terme retenu ici et interdit là.
   *[other] { $count } concepts seraient douteux : deux termes retenus dans une langue, ou un terme retenu ici et interdit là.
}
term-plan-more-problems = { $count ->
    [one] et { $count } autre remarque
   *[other] et { $count } autres remarques
}
term-plan-more = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
term-plan-nothing = il n’y a rien à faire

## ui/views/termbases.rs

termbases = Bases terminologiques
termbases-list = Bases terminologiques…
termbases-none = Aucune base terminologique n’est ouverte. Le premier terme ajouté en crée une.
termbases-told = Les termes de toutes celles qui sont utilisées sont reconnus dans les textes.
termbases-terms = Termes
termbases-used = Utilisés
termbases-not-used = Non utilisés
termbases-new-terms = Nouveaux termes
termbases-do-not-go-here = ne vont pas ici : { $why }
termbases-concepts = { $count ->
    [one] { $count } concept
   *[other] { $count } concepts
}
termbases-show = Termes…
termbases-make = Nouvelle base terminologique…
termbases-open = Ouvrir une base terminologique…
termbases-close = Fermer la base
termbases-it-is-your-own = c’est la vôtre
termbases-mark-takes-new = reçoit les nouveaux termes
termbases-mark-not-used = non utilisée
termbases-mark-damaged = { $count ->
    [one] { $count } ligne abîmée
   *[other] { $count } lignes abîmées
}
termbases-mark-doubtful = { $count } douteux

## workbench/termbases and workbench/desk/terms

termbases-comes-with-the-program = elle est fournie avec le programme
termbases-own = mes termes
termbases-opened = { $count ->
    [one] Base terminologique « { $name } » : { $count } concept
   *[other] Base terminologique « { $name } » : { $count } concepts
}
termbases-beside = { $count ->
    [one] La base terminologique « { $name } » est à côté du communiqué : { $count } concept
   *[other] La base terminologique « { $name } » est à côté du communiqué : { $count } concepts
}
termbases-not-all = { $count ->
    [one] Base terminologique « { $name } » : { $concepts } concepts lus, { $count } ligne ne l’est pas : { $first }
   *[other] Base terminologique « { $name } » : { $concepts } concepts lus, { $count } lignes ne le sont pas ; la première : { $first }
}
termbases-doubts = { $count ->
    [one] Base terminologique « { $name } » : { $first }
   *[other] La base terminologique « { $name } » a { $count } points douteux ; le premier : { $first }
}
termbases-two-preferred = « { $one } » et « { $two } » sont tous deux retenus ({ $lang })
termbases-contradiction = « { $term } » ({ $lang }) est retenu à un endroit et interdit à un autre
termbases-nothing-to-use = « { $term } » est interdit, et rien n’est dit à sa place
termbases-closed = La base terminologique « { $name } » est fermée ; son fichier reste
termbases-file-is-gone = Le fichier de la base « { $name } » a disparu ; ses termes restent ici et seront réécrits à la prochaine modification
termbases-file-is-open = C’est le fichier d’une base ouverte ; choisissez un autre nom
termbases-not-open = La base terminologique n’est plus ouverte : rien n’a été modifié
termbases-cannot-be-changed = La base « { $name } » ne peut être modifiée : { $why }
termbases-stored = « { $term } » est maintenant dans « { $name } »
termbases-deleted = { $count ->
    [one] { $count } concept est supprimé de « { $name } »
   *[other] { $count } concepts sont supprimés de « { $name } »
}
termbases-taken-in = « { $from } » est maintenant dans « { $name } » : nouveaux { $added }, modifiés { $changed }
termbases-forbidden = « { $term } » est maintenant interdit dans « { $name } »
termbases-left = { $count ->
    [one] « { $term } » dans « { $name } » est resté tel quel : quelqu’un d’autre l’a modifié
   *[other] { $count } concepts de « { $name } » sont restés tels quels, d’abord « { $term } » : quelqu’un d’autre les a modifiés
}
termbases-kept-aside = La base « { $name } » était abîmée ; son fichier tel qu’il était est gardé : { $path }
termbases-nothing-to-undo = La dernière action ne concerne pas une base ; annulez-la dans le communiqué
termbases-reading-terms = Lecture des termes
termbases-no-terms = Aucun terme dans « { $name } » : { $why }
termbases-there-is-no-term = Elle ne contient aucun terme
termbases-formats = Une base terminologique s’écrit en .csv, .tbx ou .terms.ron
termbases-exported = { $count ->
    [one] { $count } concept écrit : { $path }{ $told }
   *[other] { $count } concepts écrits : { $path }{ $told }
}

## ui/views/correct.rs, terms

correct-forbid = « { $wrong } » devient un terme interdit
correct-in-termbase = dans « { $name } »
correct-in-own = dans une base à vous
## A corrected source

late-nothing-changes = La source corrigée est identique à l’ancienne : rien n’est changé
late-doubt-same = Ce texte est identique à la source : rien ne changerait.
late-doubt-language = Une autre langue ? { $told }.
late-doubt-number = Un autre communiqué ? Ce texte porte le numéro { $has }, le communiqué { $had }.
late-doubt-release = Un autre communiqué ? Seulement { $share } % du texte est commun aux deux.
late-doubt-shorter = Texte coupé ? Il fait { $share } % de la longueur de l’ancienne source.
late-doubt-no-file = Le fichier dans lequel la traduction pouvait être placée est celui de l’ancienne version et il est abandonné ; prenez le fichier corrigé pour le garder.
late-title = Source corrigée
late-reading = Lecture de la source corrigée
late-looking = Comparaison avec l’ancienne source
late-paste-or-type = Collez le texte corrigé, déposez son fichier ici, ou corrigez-le sur place.
late-text = Texte corrigé
late-no-text = il n’y a pas de texte
late-look = Voir ce qui change
late-choose-file = Choisir un fichier…
late-back = Retour au texte
late-take = Prendre la source corrigée
late-take-all-the-same = La prendre quand même
late-extent =
    Version { $version } : { $reopened ->
        [0] aucune ligne n’est rouverte
        [one] 1 ligne est rouverte
       *[other] { $reopened } lignes sont rouvertes
    }, { $new } nouvelles, { $gone } disparues, { $untouched } inchangées.
late-taken =
    Version { $version } de la source prise : { $reopened ->
        [0] aucune ligne n’est rouverte
        [one] 1 ligne est rouverte
       *[other] { $reopened } lignes sont rouvertes
    }, { $new } nouvelles, { $gone } disparues. { $undo } annule tout.
late-row-reopened = rouverte
late-row-open = encore vide
late-row-locked = verrouillée
late-row-moved = déplacée
late-row-new = nouvelle
late-row-back = revenue
late-row-gone = disparue
late-note-repaired = Le chiffre rectifié est proposé dans la ligne.
late-note-match = La correspondance à { $score } % était celle de l’ancienne phrase.
late-note-kept = La traduction est gardée avec les versions de la source.
late-fact-missing = « { $fact } » manque dans la traduction.
late-fact-added = « { $fact } » n’est plus dans la source.
late-fact-differs = La source a maintenant « { $source } », la traduction « { $target } ».
late-no-row-changed = Aucune ligne n’a de source modifiée.
late-nothing-to-repair = rien de ce qui a changé ne peut être rectifié avec certitude ; voyez les mots marqués
changed-put-right = { $key } prend la version rectifiée :
ask-choose-the-corrected-source = Choisir la source corrigée
translate-source-changed = source modifiée
versions-title = Versions de la source
versions-one = Version { $number }, { $moment }
versions-older = ancienne
versions-newer = nouvelle
versions-both = ancienne et nouvelle
versions-only-one = La source a une seule version. Une source corrigée, ou une phrase corrigée dans une ligne, fait la suivante.
versions-differ =
    { $count ->
        [0] Ces deux versions sont identiques.
        [one] 1 phrase diffère.
       *[other] { $count } phrases diffèrent.
    }
versions-gone =
    { $count ->
        [one] 1 ligne a disparu ; sa traduction est gardée.
       *[other] { $count } lignes ont disparu ; leurs traductions sont gardées.
    }
head-source-version = Source v{ $number }, { $clock }
change-corrected-source = source corrigée
change-take-repaired-translation = prendre la traduction rectifiée
command-corrected-source = Source corrigée : prendre…
    .words = changement tardif nouvelle version coller mise à jour
command-source-versions = Versions de la source : comparer…
    .words = différences historique ancienne source
command-next-changed = Ligne suivante dont la source a changé
    .words = rouverte changement tardif
command-take-repaired = Prendre la traduction avec le chiffre rectifié
    .words = réparer nombre date accepter suggestion
command-embargo = Embargo : fixer, lever, ce qui en est gardé…
    .words = retenir secret horloge heure publication
command-send-held = Envoyer les unités qu’un embargo a retenues
    .words = partager mémoire levé passé
command-release-data = Le communiqué : état, responsable, échéance…
    .words = délai attribuer propriétés approuvé publié

## An embargo

embargo-title = Embargo
embargo-clock = Embargo { $clock }
embargo-clock-over = Embargo levé { $clock }
embargo-clock-name = Embargo jusqu’au { $moment }, encore { $left }
embargo-over-name = L’embargo a pris fin le { $moment }
embargo-until = Jusqu’à
embargo-until-hint = 18:00, 13.03.2026 9:00 Europe/Vienna
embargo-how = Une heure d’aujourd’hui, ou une date et une heure, avec le fuseau si c’en est un autre ; vide pour aucun embargo.
embargo-read-as = Jusqu’au { $moment }
embargo-not-read = Ce n’est pas une heure : écrivez 18:00 ou 13.03.2026 9:00
embargo-set-button = Fixer
embargo-none = Ce communiqué n’a pas d’embargo.
embargo-holds = Il vaut jusqu’au { $moment } : ce qui est confirmé reste dans votre mémoire de travail.
embargo-is-over = Il a pris fin le { $moment }.
embargo-was-lifted =
    { $by ->
        [nobody] Levé le { $moment } : { $reason }
       *[other] Levé par { $by } le { $moment } : { $reason }
    }
embargo-reason = Raison de le lever maintenant
embargo-lift-button = Le lever maintenant
embargo-traces =
    { $count ->
        [0] Rien de ce communiqué n’est gardé sur cette machine à côté de son fichier.
        [one] 1 fichier est gardé sur cette machine à côté de celui du communiqué ; pour vous seul.
       *[other] { $count } fichiers sont gardés sur cette machine à côté de celui du communiqué ; pour vous seul.
    }
embargo-trace-journal = journal
embargo-trace-steps = étapes d’annulation
embargo-trace-backup = sauvegarde
embargo-trace-cache = cache d’une mémoire
embargo-purge-button = Purger
embargo-needs-a-reason = dites pourquoi l’embargo est levé avant l’heure
embargo-does-not-hold = aucun embargo ne vaut
embargo-keeps-rows = le communiqué est sous embargo jusqu’au { $moment } ; ses lignes ne vont dans aucune mémoire partagée avant
embargo-in-zone = { $moment } ({ $zone }), soit { $here } ici
embargo-set = Embargo jusqu’au { $moment }. Ce qui est confirmé reste dans votre mémoire de travail.
embargo-taken-off = Le communiqué n’a plus d’embargo.
embargo-lifted-now = L’embargo est levé.
embargo-nothing-due = Il n’y a rien à envoyer : aucun embargo n’a pris fin, ou toutes les unités y sont.
embargo-due =
    { $count ->
        [one] L’embargo a pris fin : 1 unité peut aller dans « { $name } ».
       *[other] L’embargo a pris fin : { $count } unités peuvent aller dans « { $name } ».
    }
embargo-send-button =
    { $count ->
        [one] Envoyer 1 unité
       *[other] Envoyer { $count } unités
    }
embargo-sent =
    { $count ->
        [one] 1 unité envoyée dans « { $name } ».
       *[other] { $count } unités envoyées dans « { $name } ».
    }
embargo-purged =
    { $count ->
        [one] 1 fichier supprimé.
       *[other] { $count } fichiers supprimés.
    }
embargo-clock-behind = L’horloge de cette machine retarde de { $minutes } minutes sur ce qui a été vu ou écrit en dernier. Un embargo compte par elle : vérifiez la date et l’heure.
embargo-left-out =
    { $count ->
        [one]  ; 1 unité sous embargo laissée de côté
       *[other]  ; { $count } unités sous embargo laissées de côté
    }
change-set-embargo = fixer l’embargo
change-take-embargo-off = retirer l’embargo
change-lift-embargo = lever l’embargo
change-send-what-was-held = envoyer ce qui était retenu
change-change-what-the-release-is = changer ce qu’est le communiqué

## What a release is

release-data-title = Le communiqué
release-data-changed = L’état, le nom et l’heure sont changés.
release-data-status = État
release-data-assignee = Qui y travaille
release-data-due = Échéance
release-data-save = Changer

## What is due

start-due = Échéance
start-with = Avec
due-today = Aujourd’hui
due-later = Demain et plus tard
due-earlier = Plus tôt
due-late-minutes = { $minutes } min de retard
due-late-hours = { $hours } h de retard
due-late-days = { $days } j de retard
due-in = dans { $left }
due-nobody = personne
embargo-until-field = Embargo jusqu’à
embargo-reason-field = Raison
release-data-assignee-field = Responsable
release-data-due-field = Heure d’échéance
## workbench/review
act-write-targets = écrire des cibles
act-comment = commenter
act-approve-rows = approuver des lignes
act-reject-rows = rejeter des lignes
act-lock-rows = verrouiller des lignes
act-settle-conflicts = régler des conflits
act-hand-over = transmettre
act-sign = signer
act-say-who-does-what = dire qui fait quoi
duty-translator = traducteur
duty-reviewer = réviseur
duty-approver = approbateur
change-comment = commenter
change-approve-row = approuver la ligne
change-reject-row = rejeter la ligne
change-withdraw-approval = retirer l’approbation
change-hand-over = transmettre
change-say-who-does-what = dire qui fait quoi
change-sign-translation = signer la traduction
change-settle-conflict = régler le conflit
change-take-a-review-table = reprendre un tableau de révision
duties-nobody = les paramètres ne disent pas qui vous êtes, vous ne pouvez donc pas { $act }
duties-stranger = { $person } n’est pas nommé dans ce communiqué et ne peut pas { $act }
duties-other = { $person } est { $own } ici et ne peut pas { $act }
duties-no-one-may = { $needed } le peut, et personne ne l’est ici
duties-who-may = { $needed } le peut : { $who }
states-a-rejection-needs-a-reason = dites pourquoi : un rejet demande une raison
states-the-row-is-not-approved = la ligne n’est pas approuvée
states-there-is-nothing-to-decide-on = il n’y a pas de traduction sur laquelle décider
states-the-row-is-in-conflict = deux personnes ont modifié la ligne ; choisissez d’abord une des versions
states-there-is-nothing-said = dites d’abord quelque chose
states-it-is-so-already = c’est déjà le cas
states-everybody-needs-a-name-of-their-own = chacun a besoin d’un nom à lui
signing-a-row-is-not-approved = la ligne { $row } n’est pas approuvée
signing-conflicts-first =
    { $count ->
        [one] il y a un conflit entre copies fusionnées ; réglez-le d’abord
        [many] il y a { $count } conflits entre copies fusionnées ; réglez-les d’abord
       *[other] il y a { $count } conflits entre copies fusionnées ; réglez-les d’abord
    }
settling-there-is-no-such-conflict = il n’y a pas de tel conflit
settling-there-is-no-such-version = il n’y a pas de telle version
settling-do-it-by-hand = cette version ne peut plus être mise là ; faites la modification à la main, puis gardez ce qui s’y trouve

your-name = Votre nom
your-name-why = Il accompagne les lignes que vous modifiez, les unités que vous confirmez et vos commentaires.
your-name-field = Comment vous vous appelez
