import type { Child } from 'hono/jsx'

import type { SessionData } from './session-data.ts'

type Props = {
  readonly title: string
  /** Absent where the form has a sentence of its own. */
  readonly hint?: string
  readonly open: boolean
  readonly children: Child
}

export function ActionDisclosure({ title, hint, open, children }: Props) {
  return (
    <details class="disclosure" open={open}>
      <summary>{title}</summary>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      {children}
    </details>
  )
}

/** Whether the form with these fields was sent and refused: then it is open. */
export function isRefused({ form }: SessionData, names: readonly string[]): boolean {
  return names.some((name) => name in form.values || form.errors.some(({ field }) => field === name))
}
