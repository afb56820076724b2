//! CPU time of this thread, and of a frame of the window with its tessellation.

use std::time::Duration;

use egui_kittest::Harness;

/// Runs one frame and tessellates what it paints; the CPU time of both.
pub fn frame<State>(harness: &mut Harness<'_, State>) -> Duration {
    let start = cpu_time();
    harness.step();
    let laid_out = cpu_time().saturating_sub(start);
    // A window hands its shapes over; the copy is the test's.
    let (shapes, scale) = (harness.output().shapes.clone(), harness.output().pixels_per_point);
    let start = cpu_time();
    let primitives = harness.ctx.tessellate(shapes, scale);
    let tessellated = cpu_time().saturating_sub(start);
    std::hint::black_box(primitives);
    laid_out + tessellated
}

/// CPU time of this thread.
#[cfg(unix)]
pub fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

/// Time that has gone by, where the system does not tell a thread's own.
#[cfg(not(unix))]
pub fn cpu_time() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}
