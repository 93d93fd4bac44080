// What anyone would see to be wrong on the page as it stands, each in a few words.
() => {
  const found = [];
  const box = (element) => element.getBoundingClientRect();
  const short = (words) => words.trim().slice(0, 40);
  for (const error of document.querySelectorAll("[data-testid=stException]")) found.push(`exception: ${short(error.innerText)}`);
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page moves sideways");
  const words = "h1, h2, h3, [data-testid=stMetricLabel] p, [data-testid=stMetricValue] *, label p";
  for (const element of document.querySelectorAll(words))
    if (element.clientWidth && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${short(element.innerText)}`);
  for (const plot of document.querySelectorAll(".js-plotly-plot")) {
    if (/#0000[0-3]\d|rgb\(0, 0, (?:[1-9]|[1-5]\d)\)/.test(plot.innerHTML)) found.push("a colour that no theme has, in a chart");
    const edge = box(plot);
    const texts = [...plot.querySelectorAll("text")].filter((text) => text.textContent.trim() && box(text).width);
    for (const text of texts) {
      const { left, right, top, bottom } = box(text);
      if (left < edge.left - 2 || right > edge.right + 2 || top < edge.top - 2 || bottom > edge.bottom + 2)
        found.push(`cut off in a chart: ${short(text.textContent)}`);
    }
    texts.forEach((one, at) => {
      for (const other of texts.slice(at + 1)) {
        const [a, b] = [box(one), box(other)];
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 3 && high > 4) found.push(`over each other in a chart: ${short(one.textContent)} and ${short(other.textContent)}`);
      }
    });
  }
  return found;
}
