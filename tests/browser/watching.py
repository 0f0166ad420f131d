"""What a page does behind the reader's back: what it complains of, what it asks for, what moves."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request

#: Sums up every shift of the layout that no input of the reader caused. A table that arrives in pieces finds its
#: columns while it does; that is no shift of late content.
LAYOUT_SHIFTS = """
window.shifts = [];
const inTable = ({ node }) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("table");
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const moved = entry.sources.map(({ node }) => node?.className || node?.nodeName);
    if (!entry.hadRecentInput && !entry.sources.every(inTable)) shifts.push([entry.value, ...moved]);
  }
}).observe({ type: "layout-shift", buffered: true });
"""


#: Milliseconds in which what comes late would come, and be seen to move what is there.
A_WHILE = 300


class Watch:
    """Keeps what one page said and asked for since it was opened."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page = page
        self.host = urlsplit(origin).netloc
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._asked)
        page.add_init_script(LAYOUT_SHIFTS)

    def elsewhere(self) -> list[str]:
        """The requests to another host."""
        return [address for address in self.requests if urlsplit(address).netloc != self.host]

    def shifts_of_late_content(self) -> list[list[object]]:
        """Each shift of the layout up to a while after loading, but for those within tables: its value, what moved."""
        self.page.wait_for_timeout(A_WHILE)
        found: list[list[object]] = self.page.evaluate("shifts")
        return found

    def _heard(self, message: ConsoleMessage) -> None:
        # A breach of the policy is an error too. That an address is missing is what the page for such addresses says.
        if message.type == "error" and "status of 404" not in message.text:
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            self.requests.append(request.url)
