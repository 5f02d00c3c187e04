//! Colours: enough contrast to be read, and told apart by eyes of every kind.

use wattflop::report::chart::{Palette, SIDES, Theme};

type Linear = [f64; 3];

/// Red, green and blue of light, from `#rrggbb`; sRGB, IEC 61966-2-1.
fn linear(colour: &str) -> Linear {
    [1, 3, 5].map(|place| {
        let channel = f64::from(u8::from_str_radix(&colour[place..place + 2], 16).unwrap()) / 255.0;
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    })
}

/// WCAG 2.2, relative luminance and contrast ratio.
fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |colour: &str| {
        let [red, green, blue] = linear(colour);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn texts_and_marks_have_contrast() {
    for theme in Theme::ALL {
        let Palette { paper, ink, muted, sides, .. } = theme.palette();
        for text in [ink, muted] {
            assert!(contrast(text, paper) >= 4.5, "{theme:?}: {text} on {paper}: {}", contrast(text, paper));
        }
        for mark in sides {
            assert!(contrast(mark, paper) >= 3.0, "{theme:?}: {mark} on {paper}: {}", contrast(mark, paper));
        }
    }
}

/// What the three kinds of dichromats see: Machado, Oliveira and Fernandes 2009, severity 1.0.
const EYES: [(&str, [Linear; 3]); 4] = [
    ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protanopia",
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    ),
    (
        "deuteranopia",
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    ),
    (
        "tritanopia",
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    ),
];

/// CIELAB under D65.
fn lab([red, green, blue]: Linear) -> Linear {
    let f = |t: f64| if t > 0.008856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
    let y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    let z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn seen(colour: &str, eye: &[Linear; 3]) -> Linear {
    let light = linear(colour);
    lab(eye.map(|row| row.iter().zip(light).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0)))
}

/// The least difference (CIE76) of two series, for every eye; in print, patterns tell them apart.
#[test]
fn series_are_told_apart_by_eyes_of_every_kind() {
    const LEAST: f64 = 15.0;
    for theme in [Theme::Light, Theme::Dark] {
        let sides = &theme.palette().sides;
        for (name, eye) in &EYES {
            for (a, b) in (0..SIDES).flat_map(|a| (0..a).map(move |b| (a, b))) {
                let (one, other) = (seen(sides[a], eye), seen(sides[b], eye));
                let difference = one.iter().zip(other).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
                assert!(
                    difference >= LEAST,
                    "{theme:?}, {name}: {} and {}: {difference}",
                    sides[a],
                    sides[b]
                );
            }
        }
    }
    assert!(Theme::Print.palette().is_patterned);
}
