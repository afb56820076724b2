Пресс-центр министерства
16:10
Declaración a la prensa de la ministra de Asuntos Exteriores de la República de Morvania, Irène Valmont, al término de sus conversaciones con el ministro de Asuntos Exteriores de la República de Talvia, Henrik Osterlund, Sarnel, 12 de marzo de 2026
0417-12-03-2026
Acabo de concluir unas conversaciones profundas y francas con mi colega de Talvia, Henrik Osterlund, que realiza su primera visita oficial a Morvania.
Anoche fue recibido por el presidente de la República, Bastien Orvalle.
Agradezco a mi colega que haya aceptado nuestra invitación: el diálogo entre nuestros dos ministerios es ya habitual y este es nuestro tercer encuentro desde el pasado mes de octubre.
Nuestras relaciones se basan en el Tratado de Amistad de 4 de junio de 1998 y en 24 programas conjuntos en 11 sectores.
En 2025, nuestros intercambios comerciales crecieron un 6,4 % hasta alcanzar los 2300 millones de coronas.
Solo el puerto de Sarnel recibió 412 buques talvianos, 37 más que en 2024.
Hemos encargado a la comisión económica mixta, copresidida por la vice primera ministra de Morvania, Élise Garancière, y el ministro de Comercio de Talvia, Joakim Sundvall, que elimine los últimos obstáculos administrativos antes de que acabe el año.
Su próxima sesión se celebrará en Velt los días 21 y 22 de mayo.
Hemos hablado de los preparativos de la presidencia morvana de la Conferencia de Cooperación de la Cuenca del Orle (CCCO).
Dicha presidencia comenzará el 1 de julio de 2026.
La parte morvana ha presentado sus tres prioridades: la navegación, la energía y la protección de las aguas.
La reunión ministerial del 3 y 4 de abril en Port-Élan, en la que participará el secretario general de la CCCO, Tomas Irigay, será la primera etapa de esos preparativos.
Sabemos que podemos contar con el apoyo de Talvia.
También hemos intercambiado opiniones sobre la situación en Haute-Lacaune.
«No hay otra salida que una solución política», ha dicho mi colega, y comparto plenamente esa valoración.
El alto el fuego acordado el 9 de febrero se respeta en líneas generales.
No obstante, sigue siendo frágil, por lo que Morvania y Talvia piden a todas las partes que se abstengan de recurrir a la fuerza y permitan el paso de la ayuda humanitaria sin condiciones.
Ayer llegó a su destino un primer convoy de 64 camiones fletados por la ONU.
En la ONU, nuestras dos delegaciones trabajan en estrecha concertación.
Seguimos oponiéndonos a las medidas coercitivas unilaterales adoptadas al margen del Consejo de Seguridad.
La población civil es su primera víctima, como demuestra el informe que publicó la semana pasada el Observatorio del Orle.
Morvania apoyará la candidatura de Talvia al Consejo Económico y Social (ECOSOC) para el período 2027-2029, y agradecemos a nuestros amigos talvianos que hayan apoyado la nuestra.
En otoño se firmará un plan de acción para 2026-2028 que abarcará la enseñanza superior, la investigación y la cultura.
Este año cursan estudios en Morvania 1240 estudiantes talvianos, frente a los 980 de hace dos años.
A partir del 1 de septiembre, nuestros ciudadanos quedarán exentos de visado para estancias de hasta 90 días.
Antes de que termine el año abriremos un consulado general en Halvmark, en el norte de Talvia.
Esta mañana hemos firmado un acuerdo de alerta temprana en caso de crecida del Orle.
El acuerdo prevé la instalación de 58 estaciones hidrométricas antes del deshielo de 2027.
Su coste, de 14,6 millones de coronas, se repartirá a partes iguales.
Las inundaciones del mes pasado costaron la vida a 19 personas a ambos lados de la frontera.
En nombre del Gobierno de Morvania, he reiterado nuestro pésame a las familias de las víctimas.
El próximo mes de junio, los jefes de Estado de nuestros dos países se reunirán en Velt con motivo del 28.º aniversario del Tratado de Amistad.
Será una excelente ocasión para hacer balance de lo logrado.
Mi colega me ha invitado a realizar una visita oficial a Talvia y he aceptado la invitación con mucho gusto.
Les agradezco su atención y quedo a su disposición para responder a sus preguntas.
Stampa questa pagina
Segnala un errore
Последнее обновление: 12.03.2026, 19:05
