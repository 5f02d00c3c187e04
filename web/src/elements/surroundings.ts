// What an element takes from the page around it: its language, whether it is in sight, and when what it shows has been painted.

/** The `lang` that holds for an element: its own, or that of the nearest ancestor, also out of shadow trees. */
export function tagAround(element: Element): string {
  for (let place: Element | null = element; place; place = hostOf(place)) {
    const tag = place.closest("[lang]")?.getAttribute("lang");
    if (tag) return tag;
  }
  return "en";
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** Calls back when a `lang` changes anywhere in the page; returns how to stop. */
export function watchLang(element: Element, changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  for (let root: Node | null = element.getRootNode(); root; root = root instanceof ShadowRoot ? root.host.getRootNode() : null) {
    observer.observe(root, { attributes: true, attributeFilter: ["lang"], subtree: true });
  }
  return () => observer.disconnect();
}

/** Calls back once when the element comes near the window, or the page goes to print; returns how to stop. */
export function whenSeen(element: Element, seen: () => void): () => void {
  const stop = (): void => {
    observer.disconnect();
    removeEventListener("beforeprint", now);
  };
  const now = (): void => {
    stop();
    seen();
  };
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && now(), { rootMargin: "200px" });
  observer.observe(element);
  addEventListener("beforeprint", now);
  return stop;
}

/** How long what follows a paint waits at most for the page to be idle. */
const IDLE_MS = 30;

/** Calls back once what was drawn last has been painted, and the page is idle; returns how to stop. */
export function afterPaint(act: () => void): () => void {
  let stop = (): void => cancelAnimationFrame(frame);
  const frame = requestAnimationFrame(() => {
    if ("requestIdleCallback" in globalThis) {
      const idle = requestIdleCallback(act, { timeout: IDLE_MS });
      stop = () => cancelIdleCallback(idle);
    } else {
      const timer = setTimeout(act);
      stop = () => clearTimeout(timer);
    }
  });
  return () => stop();
}
