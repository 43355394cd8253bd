import { paths } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import { Hidden } from './fields.tsx'
import type { Earlier, Notice, PageFrame, Press } from './page-frame.ts'
import { PostButton } from './post.tsx'

type Props = { readonly notice: Notice; readonly frame: PageFrame }

/** What was just done, or why it was refused; and what can still change that. */
export function NoticeLine({ notice: { tone, sentence, press, earlier }, frame }: Props) {
  const role = tone === 'refused' ? 'alert' : 'status'
  if (!press && !earlier)
    return (
      <p class={`notice ${tone}`} role={role}>
        {sentence}
      </p>
    )
  const words = wordsFor(frame).press
  return (
    <div class={`notice ${tone} with-press`} role={role}>
      <p>{sentence}</p>
      {press ? <PressForm action={paths.undo} press={press} label={words.undo} /> : null}
      {press ? <PressForm action={paths.sendNow} press={press} label={words.sendNow} /> : null}
      {earlier ? <PutBack earlier={earlier} label={words.putBack} /> : null}
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

/** The form of the setting once more, with the values that stood before. */
function PutBack({ earlier, label }: { readonly earlier: Earlier; readonly label: string }) {
  return (
    <form method="post" action={earlier.action} class="post" data-enhance="#content">
      <Hidden values={earlier.values} />
      <button class="quiet" type="submit">
        {label}
      </button>
    </form>
  )
}
