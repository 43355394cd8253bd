import { paths } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { Notice, PageFrame, Press } from './page-frame.ts'

/** What was just done, or why it was refused; while nobody has heard of it, the two ways to change that. */
export function NoticeLine({ notice, frame }: { readonly notice: Notice; readonly frame: PageFrame }) {
  const { tone, sentence, press } = notice
  const words = wordsFor(frame).press
  return (
    <div class={`notice ${tone}`} role={tone === 'refused' ? 'alert' : 'status'}>
      <p>{sentence}</p>
      {press ? (
        <div class="buttons">
          <PressForm action={paths.undo} press={press} label={words.undo} />
          <PressForm action={paths.sendNow} press={press} label={words.sendNow} />
        </div>
      ) : null}
    </div>
  )
}

function PressForm({
  action,
  press,
  label,
}: {
  readonly action: string
  readonly press: Press
  readonly label: string
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="session" value={press.session} />
      <input type="hidden" name="version" value={String(press.version)} />
      <input type="hidden" name="back" value={press.back} />
      <button class="quiet">{label}</button>
    </form>
  )
}
