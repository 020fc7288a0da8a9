// The page of a section: counts how many characters still fit, and adds up a table while somebody types. Everything
// works without it: the server counts and adds up when the page is saved.
(function () {
  const NUMBER = new Intl.NumberFormat('nl-NL')

  function countdown (field) {
    const most = Number(field.dataset.maxlength)
    const line = document.createElement('p')
    line.className = 'ptl-teller'
    line.setAttribute('role', 'status')
    field.after(line)
    function tell () {
      const left = most - field.value.trim().length
      const words = left < 0 ? `${NUMBER.format(-left)} tekens te veel` : `Nog ${NUMBER.format(left)} tekens`
      line.textContent = left < most / 4 ? words : '' // far from the end it would only disturb
      line.classList.toggle('ptl-teller--over', left < 0)
    }
    field.addEventListener('input', tell)
    tell()
  }

  // The amount in cents; null for what is no amount, so that the totals then keep what the server said.
  function cents (text) {
    const found = /^(?:€\s*)?(\d{1,3}(?:[.\s]\d{3})+|\d+)(?:,(\d{2}|-{1,2}))?$/.exec(text.trim())
    if (!text.trim()) return 0
    return found && Number(found[1].replace(/[.\s]/g, '')) * 100 + Number((found[2] || '0').replace(/-/g, '0'))
  }

  function euro (amount) {
    const digits = amount % 100 ? 2 : 0
    return '€\u00a0' + (amount / 100).toLocaleString('nl-NL', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  }

  function addUp (table) {
    const rows = [...table.tBodies[0].rows].map((row) => [...row.querySelectorAll('input')].map((field) => cents(field.value)))
    if (rows.flat().includes(null)) return
    const sum = (amounts) => amounts.reduce((total, amount) => total + amount, 0)
    table.querySelectorAll('[data-rijtotaal]').forEach((place, index) => { place.textContent = euro(sum(rows[index])) })
    table.querySelectorAll('[data-jaartotaal]').forEach((place, index) => {
      place.textContent = euro(sum(rows.map((row) => row[index])))
    })
    table.querySelector('[data-totaal]').textContent = euro(sum(rows.flat()))
  }

  document.querySelectorAll('[data-maxlength]').forEach(countdown)
  document.querySelectorAll('[data-bedragentabel]').forEach((table) => {
    table.addEventListener('input', () => addUp(table))
  })
})()
