// What every page of the portal must be, beyond what axe-core knows. Answers with a list of Dutch sentences.
() => {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const expect = (holds, sentence) => holds || faults.push(sentence);
  const short = (element) => element.outerHTML.slice(0, 100);

  expect(document.documentElement.lang === "nl", "de taal van de pagina is niet nl");
  expect(all("h1").length === 1, `de pagina heeft ${all("h1").length} keer een h1`);
  expect(/\S – Agenda/.test(document.title), `de titel zegt niet waar u bent: ${document.title}`);
  expect(all("main").length === 1, "de pagina heeft niet precies één main");

  for (const element of all("[style]")) faults.push(`stijl in de pagina: ${short(element)}`);
  for (const element of all("style, script:not([src])")) faults.push(`stijl of script in de pagina: ${short(element)}`);
  for (const element of all("[placeholder]")) faults.push(`tekst in plaats van een label: ${short(element)}`);
  for (const element of all("button[disabled], input[type=submit][disabled]")) faults.push(`knop uit: ${short(element)}`);
  for (const element of all("a:not([href]), a[href=''], a[href='#']")) faults.push(`link zonder doel: ${short(element)}`);
  for (const element of all("[target=_blank]")) faults.push(`link in een nieuw venster: ${short(element)}`);
  for (const element of all("[onclick], [onchange], [onsubmit]")) faults.push(`script in de pagina: ${short(element)}`);

  const controls = all("input:not([type=hidden]), select, textarea");
  for (const control of controls) expect(control.labels.length === 1, `veld zonder label: ${short(control)}`);
  for (const control of all("[aria-invalid=true]")) {
    expect(control.getAttribute("aria-describedby"), `fout niet bij het veld: ${short(control)}`);
  }
  for (const link of all("a[href^='#']")) {
    expect(document.getElementById(decodeURIComponent(link.hash.slice(1))), `link naar niets: ${short(link)}`);
  }
  const ids = all("[id]").map((element) => element.id);
  for (const id of new Set(ids.filter((each, place) => ids.indexOf(each) !== place))) faults.push(`twee keer id ${id}`);

  for (const table of all("table")) {
    expect(table.caption, `tabel zonder opschrift: ${short(table)}`);
    for (const head of table.querySelectorAll("th")) expect(head.scope, `kop zonder scope: ${short(head)}`);
  }
  for (const figure of all("figure")) {
    expect(figure.querySelector("figcaption, svg > title"), `figuur zonder bijschrift: ${short(figure)}`);
  }
  return faults;
}
