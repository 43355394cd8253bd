import type { Child } from 'hono/jsx'

import { Hidden } from './fields.tsx'

type Tone = 'primary' | 'quiet' | 'stop' | 'link'

type PostButtonProps = {
  readonly action: string
  readonly label: Child
  readonly hidden?: Readonly<Record<string, string>>
  readonly tone?: Tone
  /** The part of the page that the response replaces when script runs. */
  readonly enhance?: string
  /** What the button says while the answer is awaited, when script runs. */
  readonly busy?: string
  /** For screen readers: what the button is about. */
  readonly about?: string
}

/** A button that changes something is a form of its own, so that a link never changes anything. */
export function PostButton({
  action,
  label,
  hidden = {},
  tone = 'quiet',
  enhance,
  busy,
  about,
}: PostButtonProps) {
  return (
    <form
      method="post"
      action={action}
      class="post"
      {...(enhance && { 'data-enhance': enhance })}
      {...(busy && { 'data-busy': busy })}
    >
      <Hidden values={hidden} />
      <button class={tone} type="submit">
        {label}
        {about ? <span class="unseen"> {about}</span> : null}
      </button>
    </form>
  )
}
