import type { Child } from 'hono/jsx'

import { Hidden } from './fields.tsx'

type Tone = 'primary' | 'quiet' | 'stop' | 'link'

type PostButtonProps = {
  readonly action: string
  readonly label: Child
  readonly hidden?: Readonly<Record<string, string>>
  readonly tone?: Tone
  /** The part of the page that the answer replaces, where script runs. */
  readonly enhance?: string
  /** Said to those who do not see what stands beside the button. */
  readonly about?: string
}

/** A button that changes something: a form of its own, so that a link never does. */
export function PostButton({ action, label, hidden = {}, tone = 'quiet', enhance, about }: PostButtonProps) {
  return (
    <form method="post" action={action} class="post" {...(enhance && { 'data-enhance': enhance })}>
      <Hidden values={hidden} />
      <button class={tone} type="submit">
        {label}
        {about ? <span class="unseen"> {about}</span> : null}
      </button>
    </form>
  )
}
