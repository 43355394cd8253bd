import { Hidden } from '../../../parts/fields.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { labelled } from '../../../words/punctuation.ts'
import { paths } from '../../paths.ts'
import { type LineProps, offered, programmeIn } from './deeds.tsx'
import type { LaterDays } from './today-data.ts'

/** The form of the lines that are chosen, which stand outside it. */
export const CHOSEN = 'chosen'

/** A line can be chosen, with the others to be done together. */
export function Choose({ item: { key, kind, who, action, inOnePress }, frame }: Omit<LineProps, 'back'>) {
  const words = wordsFor(frame).today
  return (
    <>
      <input
        type="checkbox"
        name="line"
        value={key}
        form={CHOSEN}
        aria-label={words.choose(`${labelled(who, frame.locale)} ${words.kinds[kind]}`)}
      />
      {inOnePress && action.kind === 'offer'
        ? Object.entries(offered(key, action.id, action.times)).map(([name, value]) => (
            <input type="hidden" name={name} value={value} form={CHOSEN} />
          ))
        : null}
    </>
  )
}

/** What can be done with several lines at once; it shows itself once one is chosen. */
export function Chosen({ frame, back, later }: Omit<LineProps, 'item'> & { readonly later: LaterDays }) {
  const words = wordsFor(frame).today
  return (
    <form method="post" action={paths.deeds} id={CHOSEN} class="chosen" data-enhance="#content">
      <Hidden values={{ ...programmeIn(frame), back }} />
      <p>{words.chosen}</p>
      <button class="quiet" type="submit">
        {words.chosenDo}
      </button>
      {(['tomorrow', 'monday'] as const).map((day) => (
        <button class="quiet" type="submit" name="until" value={later[day]}>
          {words.laterDays[day]}
        </button>
      ))}
    </form>
  )
}
