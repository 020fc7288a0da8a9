"""Somebody without a mouse: every step is a key, and what has the focus is seen to have it."""

from datetime import date

from playwright.sync_api import Locator, Page

HAS_FOCUS = "(element) => document.activeElement === element"
# What is wrong with the focus on this element; "" if a reader sees where he is (WCAG 2.4.7 and 2.4.11).
FAULT = """(element) => {
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  if (!outlined && style.boxShadow === "none") return "is niet te zien";
  const { left, top, right, bottom } = element.getClientRects()[0];
  const [x, y] = [(Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
  const above = document.elementFromPoint(x, y);
  if (bottom <= 0 || top >= innerHeight || !above) return "ligt buiten het venster";
  const mine = [element, ...(element.labels ?? [])].some((each) => each.contains(above) || above.contains(each));
  return mine ? "" : `gaat schuil achter ${above.outerHTML.slice(0, 100)}`;
}"""
# How often Tab stops in the whole page at most: a day has a stop for each of its parts, and one for its calendar.
STOPS = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
  .reduce((stops, each) => stops + (each.type === "date" ? 4 : 1), 2)"""


class Toetsenbord:
    """The keys of one window. To reach for what no Tab comes to fails, and so does a focus that nobody sees."""

    def __init__(self, page: Page):
        self.page = page

    def tab_to(self, target: Locator) -> None:
        """Press Tab until `target` has the focus: at most once through the whole page."""
        wanted = target.element_handle()
        for _ in range(self.page.evaluate(STOPS)):
            if wanted.evaluate(HAS_FOCUS):
                break
            self.page.keyboard.press("Tab")
        assert wanted.evaluate(HAS_FOCUS), f"Tab komt nooit bij {target}"
        assert (fault := wanted.evaluate(FAULT)) == "", f"De focus {fault}, op {target}"

    def press(self, key: str, target: Locator) -> None:
        self.tab_to(target)
        self.page.keyboard.press(key)

    def go(self, target: Locator) -> None:
        """Enter on what leads to a page, until that is there whole."""
        self.tab_to(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def link(self, name: str) -> None:
        self.go(self.page.locator("main").get_by_role("link", name=name, exact=True).first)

    def button(self, name: str) -> None:
        self.go(self.page.locator("main").get_by_role("button", name=name, exact=True))

    def write(self, **texts: str) -> None:
        """Type in each field, by its name in the form; after the first key the rest at once, for each key paints."""
        for name, text in texts.items():
            self.tab_to(self.page.locator(f"[name={name}]"))
            self.page.keyboard.type(text[:1])
            self.page.keyboard.insert_text(text[1:])

    def day(self, name: str, day: date) -> None:
        """Type a day of which the month has the same number: in what order they stand is up to the browser."""
        assert day.day == day.month
        self.tab_to(self.page.locator(f"[name={name}]"))
        self.page.keyboard.type(f"{day:%m%d%Y}")

    def round(self, name: str, value: str) -> None:
        """One of a group of rounds: Tab comes to the first, the arrows go on and choose."""
        self.press("Space", self.page.locator(f"[name={name}]").first)
        wanted = self.page.locator(f"[name={name}][value={value}]")
        self._arrows_until(lambda: wanted.is_checked(), f"{value} van {name}")

    def option(self, name: str, value: str) -> None:
        """One of a list, with the arrows."""
        wanted = self.page.locator(f"select[name={name}]")
        self.tab_to(wanted)
        self._arrows_until(lambda: wanted.input_value() == value, f"{value} van {name}")

    def _arrows_until(self, is_done, wanted: str, *, most: int = 30) -> None:
        for _ in range(most):
            if is_done():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"De pijltjes komen nooit bij {wanted}")
