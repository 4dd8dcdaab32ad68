"""What is wider than the screen it is on."""

from __future__ import annotations

from playwright.sync_api import Page

# Each element beyond an edge, the innermost of a branch alone. What scrolls by itself may hold anything; what is hidden
# from sight for readers of the screen is nowhere.
BEYOND = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (node) => /auto|scroll/.test(getComputedStyle(node).overflowX);
  const unseen = (node) => {
    const style = getComputedStyle(node), box = node.getBoundingClientRect();
    return style.clipPath !== "none" || box.width <= 1 || box.height <= 1 || !node.checkVisibility();
  };
  const wrong = [];
  const look = (node) => {
    if (unseen(node)) return false;
    let below = false;
    const open = !scrolls(node) && !(node instanceof SVGElement);
    if (open) for (const child of node.children) below = look(child) || below;
    const box = node.getBoundingClientRect();
    const out = box.right > width + 1 || box.left < -1;
    const spills = node !== document.body && node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0
      && getComputedStyle(node).overflowX === "visible" && box.left + node.scrollWidth > width + 1;
    if ((out || spills) && !below) {
      const example = node.closest("[data-example]");
      const name = node.tagName.toLowerCase() + [...node.classList].map((one) => "." + one).join("");
      const where = example ? `${example.dataset.example}: ` : "";
      const end = Math.round(Math.max(box.right, box.left + node.scrollWidth));
      const text = node.textContent.trim().slice(0, 40);
      wrong.push(`${where}<${name}> ${Math.round(box.left)} to ${end} of ${width}: ${text}`);
    }
    return below || out || spills;
  };
  look(document.body);
  const whole = document.documentElement.scrollWidth;
  return whole > width ? [...wrong, `the page is ${whole} wide on a screen of ${width}`] : wrong;
}"""


def beyond(page: Page, width: int) -> list[str]:
    """What does not fit a screen of a width: the example it is in, the element, its edges, its text."""
    page.set_viewport_size({"width": width, "height": 800})
    return list(page.evaluate(BEYOND))
