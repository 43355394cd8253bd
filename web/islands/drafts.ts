/**
 * What was typed and not sent, by the form it was typed in: it is there again when that form is. So opening another part of
 * the page loses nothing.
 */
const drafts = new Map<string, readonly Draft[]>()
type Draft = { readonly name: string; readonly value: string; readonly isChecked: boolean }

/**
 * Of all forms but the one that is sent, or is left as it is: by the link of its own part that opens nothing. One that was
 * wrong shows what was typed as if it stood there before.
 */
export function keepDrafts(pressed: HTMLElement): void {
  const isLeft = pressed instanceof HTMLAnchorElement && !new URL(pressed.href).searchParams.has('edit')
  for (const form of formsOf(document)) {
    if (form === pressed || (isLeft && partOf(form) === partOf(pressed))) drafts.delete(keyOf(form))
    else if (isWrong(form) || controlsOf(form).some(isTyped))
      drafts.set(keyOf(form), controlsOf(form).map(draftOf))
  }
}

function isWrong(form: HTMLFormElement): boolean {
  return form.closest('[data-here]')?.querySelector('.summary') !== null
}

/** Forms that are filled in; one of a single button has nothing to keep. */
function formsOf(root: ParentNode): readonly HTMLFormElement[] {
  return [...root.querySelectorAll<HTMLFormElement>('[data-here] form')].filter(
    (form) => controlsOf(form).length > 0,
  )
}

function partOf(element: Element): string {
  return element.closest('[data-here]')?.id ?? ''
}

function keyOf(form: HTMLFormElement): string {
  return `${partOf(form)} ${form.querySelector<HTMLInputElement>('[name=part]')?.value ?? ''}`
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** With the mark of what its writer had seen: a draft must not write over what somebody else wrote since. */
function controlsOf(form: HTMLFormElement): readonly Control[] {
  return [...form.querySelectorAll<Control>('input:not([type=hidden]), input[name=seen], select, textarea')]
}

function isTyped(control: Control): boolean {
  if (control instanceof HTMLSelectElement)
    return [...control.options].some((each) => each.selected !== each.defaultSelected)
  const isChecked = control instanceof HTMLInputElement && control.checked !== control.defaultChecked
  return isChecked || control.value !== control.defaultValue
}

function draftOf(control: Control): Draft {
  const { name, value } = control
  return { name, value, isChecked: control instanceof HTMLInputElement && control.checked }
}

export function fillDrafts(root: ParentNode): void {
  for (const form of formsOf(root)) {
    if (drafts.has(keyOf(form))) form.closest('details')?.setAttribute('open', '')
    for (const [index, control] of controlsOf(form).entries()) {
      const draft = drafts.get(keyOf(form))?.[index]
      if (draft?.name !== control.name) continue
      const isTicked = control instanceof HTMLInputElement && /^(?:radio|checkbox)$/.test(control.type)
      if (isTicked) control.checked = draft.isChecked
      else control.value = draft.value
    }
    drafts.delete(keyOf(form))
  }
}
