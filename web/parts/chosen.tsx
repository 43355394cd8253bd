import type { ProgrammeId } from '../../worker/domain/ids.ts'
import { paths } from '../pages/paths.ts'
import { wordsFor } from '../words/pages/words.ts'
import { blockerChoices } from './blocker-choices.ts'
import { Hidden } from './fields.tsx'
import type { PageFrame } from './page-frame.ts'

/** The form of the lines that are chosen, which stand outside it. */
const CHOSEN = 'chosen'

type ChooseProps = {
  readonly frame: PageFrame
  readonly name: 'pairing' | 'executive'
  readonly id: string
  readonly who: string
  readonly isChosen: boolean
}

/** A line can be chosen, with others to be done together. */
export function Choose({ frame, name, id, who, isChosen }: ChooseProps) {
  return (
    <input
      type="checkbox"
      name={name}
      value={id}
      form={CHOSEN}
      checked={isChosen}
      aria-label={wordsFor(frame).several.choose(who)}
    />
  )
}

type ChosenProps = {
  readonly frame: PageFrame
  readonly programmeId: ProgrammeId
  /** The list as it is filtered: a press leads back to it. */
  readonly back: string
  readonly hasBlockers: boolean
}

/** What can be done with several lines at once; it shows itself once one is chosen. */
export function Chosen({ frame, programmeId, back, hasBlockers }: ChosenProps) {
  const words = wordsFor(frame).several
  return (
    <form method="post" action={paths.statuses} id={CHOSEN} class="chosen">
      <Hidden values={{ programme: programmeId, back, several: 'yes' }} />
      <p>{words.chosen}</p>
      <button class="quiet" type="submit" formaction={paths.programmePlans(programmeId)}>
        {words.offer}
      </button>
      <button class="quiet" type="submit" name="status" value="paused">
        {words.pause}
      </button>
      <button class="quiet" type="submit" name="status" value="active">
        {words.resume}
      </button>
      {hasBlockers ? <Blockers frame={frame} /> : null}
    </form>
  )
}

function Blockers({ frame }: { readonly frame: PageFrame }) {
  const { several: words } = wordsFor(frame)
  return (
    <span class="chosen-blocker">
      <select name="blocker" aria-label={words.blocker}>
        {blockerChoices(frame).map(({ value, label }) => (
          <option value={value}>{label}</option>
        ))}
      </select>
      <button class="quiet" type="submit" formaction={paths.blockers} name="act" value="add">
        {words.addBlocker}
      </button>
      <button class="quiet" type="submit" formaction={paths.blockers} name="act" value="remove">
        {words.removeBlocker}
      </button>
    </span>
  )
}
