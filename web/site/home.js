// The ratios between both clusters, and the squares, from the live figures.
const figures = [...document.querySelectorAll(".duel wattflop-figure")];

function draw() {
  for (const row of document.querySelectorAll(".duel tbody tr")) {
    const [a, b] = [...row.querySelectorAll("wattflop-figure")].map(({ value }) => value?.value);
    if (a && b) row.querySelector(".times").textContent = `× ${new Intl.NumberFormat(document.documentElement.lang, { maximumSignificantDigits: 2 }).format(b / a)}`;
    if (a && b && row.dataset.path === "power.facility.peak") scale(Math.sqrt(a / b));
  }
}

/** Areas to scale: the sides of the squares are as the square roots. */
function scale(share) {
  const SIDE = 240;
  const small = document.querySelector(".squares .a");
  const side = SIDE * share;
  for (const [name, value] of Object.entries({ width: side, height: side, y: 250 - side })) small.setAttribute(name, value.toFixed(1));
}

for (const figure of figures) figure.addEventListener("wattflop-ready", draw);
new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["lang"] });
draw();
