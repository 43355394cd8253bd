/** The key `/` leads to the search, from anywhere but a field in which it is written. A box on the search page stops it. */
const OFF = 'sotto-no-search-key'
const box = document.querySelector<HTMLInputElement>('#search-key')

if (box) {
  box.checked = !isOff()
  box.closest('p')?.removeAttribute('hidden')
  box.addEventListener('change', () =>
    box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'),
  )
}

/** A browser that keeps nothing for a page refuses to be asked. */
function isOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null
  } catch {
    return false
  }
}

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event
  if (key !== '/' || ctrlKey || metaKey || altKey || defaultPrevented || isOff()) return
  if (
    target instanceof Element &&
    target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')
  )
    return
  const field = document.querySelector<HTMLInputElement>('input[type=search]:not([hidden])')
  if (!field) return
  event.preventDefault()
  field.focus()
  field.select()
})
