// Passkeys: shows what this browser can do, starts allauth's ceremony, and says in Dutch what went wrong.
(function () {
  const { forms } = window.allauth.webauthn
  const hasName = !/^\[|^[\d.]+$/.test(location.hostname) // a passkey belongs to a name, never to a number
  const works = Boolean(window.PublicKeyCredential) && hasName

  const WHY_NOT = hasName
    ? 'Deze browser kan niet met passkeys werken. Gebruik een andere browser of een andere manier.'
    : 'Passkeys werken alleen op een adres met een naam. Staat het portaal op deze computer? Open dan http://localhost' +
      (location.port ? ':' + location.port : '') + '/ en log daar in.'
  const FAULTS = {
    NotAllowedError: 'Het is niet gelukt. U brak het af, of het duurde te lang. Probeer het opnieuw.',
    InvalidStateError: 'Deze passkey staat al bij uw account.',
    NotSupportedError: 'Dit apparaat kan deze passkey niet gebruiken. Kies een ander apparaat.'
  }
  const OTHERWISE = 'Het is niet gelukt. Probeer het opnieuw, of kies een andere manier.'
  const START = {
    inloggen: (ids) => forms.loginForm({ ids: { ...ids, login: ids.button } }),
    bevestigen: (ids, data) => forms.authenticateForm({ ids: { ...ids, authenticate: ids.button }, data: { request_options: data } }),
    toevoegen: (ids, data) => forms.signupForm({ ids: { ...ids, signup: ids.button }, data: { creation_options: data } })
  }

  function prepare (box) {
    box.querySelector('[data-passkey-zonder]').hidden = works
    const form = box.querySelector('form')
    const button = form.querySelector('button')
    if (!works) {
      box.querySelector('[data-passkey-zonder]').textContent = WHY_NOT
      return
    }
    form.hidden = false
    const options = form.dataset.opties ? JSON.parse(form.dataset.opties) : null
    START[form.dataset.passkey]({ button: button.id, credential: form.elements.credential.id }, options)
    form.addEventListener('submit', function (event) { // Enter in a field is a press on the button
      event.preventDefault()
      button.click()
    })
    button.addEventListener('click', function () { say(box, '') })
  }

  function say (box, text) {
    box.querySelector('[data-passkey-fout]').textContent = text
  }

  const boxes = document.querySelectorAll('[data-passkeys]')
  boxes.forEach(prepare)
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    boxes.forEach((box) => say(box, FAULTS[event.detail.exception.name] || OTHERWISE))
  })
})()
