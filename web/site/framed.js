// Inside a frame: tells the page around it how high it is, and takes its language from the address (`frame.html?lang=fr#…`).
const lang = new URLSearchParams(location.search).get("lang");
if (lang) document.documentElement.lang = lang;
const tell = () => parent.postMessage({ wattflop: { height: Math.ceil(document.documentElement.getBoundingClientRect().height) } }, "*");
new ResizeObserver(tell).observe(document.documentElement);
tell();
