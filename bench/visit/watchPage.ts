/** What stands in each page before its own code, as `VisitWatch` says. */
const watch: VisitWatch = { firstRow: null, interactive: null, layoutShift: 0, presses: [] };
Object.assign(window, { visitWatch: watch });

const afterPaint = (act: () => void): void => {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', act);
    port1.start();
    port2.postMessage(null);
  });
};

const observer: MutationObserver = new MutationObserver(() => {
  if (document.querySelector('input[type=radio]') === null) return;
  observer.disconnect();
  afterPaint(() => {
    watch.firstRow = performance.now();
    requestIdleCallback(() => {
      watch.interactive = performance.now();
    });
  });
});
observer.observe(document, { childList: true, subtree: true });

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { value, hadRecentInput } = entry as PerformanceEntry & {
      readonly value: number;
      readonly hadRecentInput: boolean;
    };
    if (!hadRecentInput) watch.layoutShift += value;
  }
}).observe({ type: 'layout-shift', buffered: true });

for (const type of ['click', 'keydown']) {
  window.addEventListener(
    type,
    ({ timeStamp }) => afterPaint(() => watch.presses.push(performance.now() - timeStamp)),
    { capture: true },
  );
}
