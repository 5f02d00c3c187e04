//! What the calibration of serving fits, and what was believed of each before.

use crate::throughput::coefficients::coefficients;

// Priors: memory 0.9 of its bandwidth and products 0.65 of their peak (large kernels of vendors' libraries), fabrics 0.7; some
// tens of microseconds a layer for launching, norms and reading scores; a tile of 128 tokens, as block-scaled 8-bit kernels use.
coefficients! {
    /// Share of the memory bandwidth.
    memory: 0.9, 0.05;
    /// Share of the peak of products.
    product: 0.65, 0.1;
    /// Share of the bandwidth between devices.
    fabric: 0.7, 0.3;
    /// Seconds of latency of a collective, for each doubling of its devices.
    latency: 12.0e-6, 0.5;
    /// Seconds of a layer beside.
    layer: 60.0e-6, 0.5;
    /// Seconds of a layer with experts beside.
    expert_layer: 60.0e-6, 0.5;
    /// Seconds of shared experts beside.
    shared_layer: 60.0e-6, 0.5;
    /// Seconds of the host in a step.
    host: 1.0e-3, 0.7;
    /// Seconds of the host in a step for a sequence.
    sequence: 60.0e-6, 0.5;
    /// Tokens of a tile of experts below 16 bit.
    tile: 128.0, 0.3;
    /// Tokens that choose experts apart.
    apart: 0.7, 0.3;
    /// Draw of waiting, over the range from idle to TDP.
    waiting: 0.35, 0.3;
    /// Draw of reading memory, above that.
    reading: 0.3, 0.5;
    /// Draw of products, above that.
    multiplying: 1.25, 0.15;
    /// Draw of collectives, above that.
    exchanging: 0.1, 1.0;
    /// Tokens of a prompt of text conversation.
    chat: 250.0, 0.7;
    /// Tokens of a prompt of a problem that is reasoned about.
    reasoning: 350.0, 0.5;
    /// Tokens of a prompt of code to be filled in.
    filling: 2000.0, 0.5;
    /// Tokens of a prompt with an image.
    image: 1250.0, 0.5;
    /// Tokens of a prompt with a video.
    video: 3200.0, 0.5;
}
