import { paths } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { Notice, PageFrame, Press } from './page-frame.ts'
import { PostButton } from './post.tsx'

/** What was just done, or why it was refused; while nobody has heard of it, the two ways to change that. */
export function NoticeLine({ notice, frame }: { readonly notice: Notice; readonly frame: PageFrame }) {
  const { tone, sentence, press } = notice
  const role = tone === 'refused' ? 'alert' : 'status'
  if (!press)
    return (
      <p class={`notice ${tone}`} role={role}>
        {sentence}
      </p>
    )
  const words = wordsFor(frame).press
  return (
    <div class={`notice ${tone} with-press`} role={role}>
      <p>{sentence}</p>
      <PressForm action={paths.undo} press={press} label={words.undo} />
      <PressForm action={paths.sendNow} press={press} label={words.sendNow} />
    </div>
  )
}

function PressForm({
  action,
  press: { session, version, back },
  label,
}: {
  readonly action: string
  readonly press: Press
  readonly label: string
}) {
  const hidden = { session, version: String(version), back }
  return <PostButton action={action} hidden={hidden} label={label} enhance="#content" />
}
