import { AIMS } from '../../../worker/domain/path/aim.ts'
import { BLOCKERS } from '../../../worker/domain/people/person.ts'
import type { FirstMeetingSettled } from '../../../worker/domain/session/first-meeting.ts'
import { CheckField, ChoiceField, Hidden } from '../../parts/fields.tsx'
import { EMPTY_FORM } from '../../parts/form.ts'
import type { PageFrame } from '../../parts/page-frame.ts'
import { wordsFor } from '../../words/pages/words.ts'

/** Stands before a field's name: what the form showed of it. */
export const SHOWN = 'shown-'

/** What holds now of all that two people settle when they first meet. */
export type Settling = FirstMeetingSettled

type Props = {
  readonly frame: PageFrame
  readonly action: string
  readonly k: string
  readonly settling: Settling
  readonly otherName: string
  readonly managerName: string
}

/** After the first meeting, in one place: what they work towards, what gets in the way, and how they go on. */
export function SettlingForm({ frame, action, k, settling, otherName, managerName }: Props) {
  const { settling: words, path } = wordsFor(frame)
  const form = EMPTY_FORM
  return (
    <section id="settled">
      <h2>{words.title}</h2>
      <p class="soft">{words.about(otherName, managerName)}</p>
      <form method="post" action={action} class="stack">
        <Hidden values={{ k, settled: 'yes', ...shown(settling) }} />
        <ChoiceField
          form={form}
          name="aim"
          label={path.aim}
          value={settling.aim ?? ''}
          choices={[
            ...AIMS.map((value) => ({ value, label: path.aims[value] })),
            { value: '', label: path.noAim },
          ]}
        />
        <fieldset class="field">
          <legend>{words.obstacles}</legend>
          {BLOCKERS.map((blocker) => (
            <CheckField
              form={form}
              name={`obstacle-${blocker}`}
              label={words.obstacle[blocker]}
              value={settling.blockers.includes(blocker) ? 'yes' : ''}
            />
          ))}
        </fieldset>
        <CheckField form={form} name="byPhone" label={words.byPhone} value={settling.byPhone ? 'yes' : ''} />
        <CheckField
          form={form}
          name="inWriting"
          label={words.inWriting}
          hint={words.inWritingHint}
          value={settling.inWriting ? 'yes' : ''}
        />
        <p>
          <button class="quiet" type="submit">
            {words.save}
          </button>
        </p>
      </form>
    </section>
  )
}

/** What the form shows, sent back with it. */
function shown({ aim, blockers, byPhone, inWriting }: Settling): Readonly<Record<string, string>> {
  const ticked = [
    ...blockers.map((each) => `obstacle-${each}`),
    ...(byPhone ? ['byPhone'] : []),
    ...(inWriting ? ['inWriting'] : []),
  ]
  const hidden = ticked.map((name) => [SHOWN + name, 'yes'])
  return { [`${SHOWN}aim`]: aim ?? '', ...Object.fromEntries(hidden) }
}
