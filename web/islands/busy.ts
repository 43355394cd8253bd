/** `data-busy="Reading…"`: the button says so while the answer is awaited, and a second press does nothing. */
document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event
  if (!(form instanceof HTMLFormElement) || !form.dataset['busy']) return
  if (form.hasAttribute('aria-busy')) return event.preventDefault()
  form.setAttribute('aria-busy', 'true')
  if (submitter) submitter.textContent = form.dataset['busy']
})

/** The way back to a page that said so. */
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && document.querySelector('form[aria-busy]')) location.reload()
})
