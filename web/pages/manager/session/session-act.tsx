import type { Child } from 'hono/jsx'

import type { SessionData } from './session-data.ts'

type DeedProps = {
  readonly title: string
  readonly hint: string
  readonly open: boolean
  readonly children: Child
}

export function SessionAct({ title, hint, open, children }: DeedProps) {
  return (
    <details class="deed" open={open}>
      <summary>{title}</summary>
      <p class="hint">{hint}</p>
      {children}
    </details>
  )
}

/** Whether the form with these fields was sent and refused: it then stands open. */
export function touches({ form }: SessionData, names: readonly string[]): boolean {
  return names.some((name) => name in form.values || form.errors.some(({ field }) => field === name))
}
