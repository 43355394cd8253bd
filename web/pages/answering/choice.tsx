import type { Child } from 'hono/jsx'

type ChoiceProps = {
  readonly id: string
  readonly value: string
  readonly chosen: string | null
  readonly name?: string
  /** Its key, where the button names it by its place. */
  readonly nth?: string
  /** Shown once this answer, or one inside it, is chosen. */
  readonly detail?: Child
  readonly children: Child
}

/** One answer as a card; the whole of it can be tapped. */
export function Choice({ id, value, chosen, name = 'choice', nth, detail, children }: ChoiceProps) {
  return (
    <div class={nth ? `choice nth-${nth}` : 'choice'}>
      <input type="radio" id={id} name={name} value={value} checked={value === chosen} required />
      <label for={id}>{children}</label>
      {detail ? <div class="detail">{detail}</div> : null}
    </div>
  )
}
