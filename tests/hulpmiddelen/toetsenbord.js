// Who works with the keyboard sees where he is: every control that takes the focus shows it.
() => {
  const controls = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")];
  const visible = controls.filter((each) => each.checkVisibility({ visibilityProperty: true }));
  const faults = [];
  for (const control of visible) {
    control.focus();
    if (document.activeElement !== control) continue;
    const style = getComputedStyle(control);
    const has_outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    if (!has_outline && style.boxShadow === "none") faults.push(`focus niet te zien: ${control.outerHTML.slice(0, 100)}`);
  }
  return faults;
}
