"""Debian's Chromium, and what axe-core says about a page in it."""

from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-first-run",
]  # fmt: skip
WIDTHS = (1280, 390)
SIZE = {"width": max(WIDTHS), "height": 900}
GEDULD = 90_000  # milliseconds for an action, a page or an expectation; the machine may be busy
expect.set_options(timeout=GEDULD)
AXE = Path(__file__).with_name("axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is wrong is worked out whole: that costs a third of the time.
VIOLATIONS = """async (rules) => {
  const { violations } = await axe.run({ runOnly: rules, resultTypes: ["violations"], selectors: false });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}"""


@contextmanager
def chromium():
    """A browser for one test or one session."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def window(browser, **options):
    """A window with cookies of its own, 1280 pixels wide if nothing else is said."""
    context = browser.new_context(**{"viewport": SIZE} | options)
    context.set_default_timeout(GEDULD)
    return context


def follow(page, link) -> None:
    """Click, and wait until the page that it leads to is there whole: a click alone does not wait for the answer."""
    with page.expect_navigation():
        link.click()


def complaints(page) -> list[str]:
    """What axe-core finds on the page as it is now: WCAG 2.2 AA and best practice."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(f"{AXE};0")
    return page.evaluate(VIOLATIONS, RULES)


def overflow(page) -> int:
    """How many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
