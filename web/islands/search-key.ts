/** The key `/` leads to the search, from anywhere but a field in which it is written. A box on the search page stops it. */
const OFF = 'sotto-no-search-key'
const box = document.querySelector<HTMLInputElement>('#search-key')

if (box) {
  box.checked = localStorage.getItem(OFF) === null
  box.closest('p')?.removeAttribute('hidden')
  box.addEventListener('change', () =>
    box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'),
  )
}

document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, metaKey, altKey, defaultPrevented } = event
  if (key !== '/' || ctrlKey || metaKey || altKey || defaultPrevented || localStorage.getItem(OFF)) return
  if (target instanceof Element && target.closest('input, textarea, select, [contenteditable]')) return
  const field = document.querySelector<HTMLInputElement>('input[type=search]:not([hidden])')
  if (!field) return
  event.preventDefault()
  field.focus()
  field.select()
})
