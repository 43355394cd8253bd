import type { Question } from './feed.ts'

/** Shown below the heading and read by a screen reader; `page` is where the same can be done with a reason. */
export function announce(
  sentence: string | undefined,
  page?: { readonly href: string; readonly words: string },
): void {
  const live = document.getElementById('calendar-said')
  if (!live) return

  live.textContent = sentence ?? ''
  if (!page) return
  const link = document.createElement('a')
  link.href = page.href
  link.textContent = page.words
  live.append(' ', link)
}

/** Whether it was confirmed; Esc and “leave it” give false. */
export function confirmed({ question, effect }: Question): Promise<boolean> {
  const dialog = document.getElementById('calendar-asks')
  if (!(dialog instanceof HTMLDialogElement)) return Promise.resolve(false)

  write('calendar-question', question)
  write('calendar-effect', effect)
  dialog.returnValue = ''
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'move'), { once: true })
  })
}

function write(id: string, text: string): void {
  const place = document.getElementById(id)
  if (place) place.textContent = text
}
