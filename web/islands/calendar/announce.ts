import type { Question } from './feed.ts'

/** How long a refusal stays; while somebody points at it, or is in it by keyboard, it stays longer. */
const STAYS_MS = 15_000

let leaves = 0

/** Counts what was said. */
let said = 0

/**
 * Shown at the foot of the window and read by a screen reader; `page` is where the same can be done with a reason. What
 * it returns lets `announceNotice` say more of the same.
 */
export function announce(
  sentence: string | undefined,
  page?: { readonly href: string; readonly words: string },
): number {
  const live = startAnew()
  if (!live) return said

  live.textContent = sentence ?? ''
  if (page) {
    const link = document.createElement('a')
    link.href = page.href
    link.textContent = page.words
    live.append(' ', link)
  }
  if (sentence) leaveLater(live)
  return said
}

/** What a page says of a press, with its buttons: it stays until the next act. Too late, it is left out. */
export function announceNotice(notice: Element, after: number): void {
  if (after !== said) return
  notice.removeAttribute('role')
  startAnew()?.replaceChildren(notice)
}

function startAnew(): HTMLElement | null {
  clearTimeout(leaves)
  said += 1
  return document.getElementById('calendar-said')
}

/** Whether nothing is said now. */
export function isSilent(): boolean {
  return !document.getElementById('calendar-said')?.textContent
}

/** The next act begins: what was said of the one before leaves. */
export function hush(): void {
  announce('')
}

function leaveLater(live: HTMLElement): void {
  leaves = setTimeout(() => {
    if (live.matches(':hover, :focus-within')) leaveLater(live)
    else hush()
  }, STAYS_MS)
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
