import type { PersonId } from '../../../../worker/domain/ids.ts'
import { NOTIFY, type Person } from '../../../../worker/domain/people/person.ts'
import { SelectField, TextField } from '../../../parts/fields.tsx'
import type { FormState } from '../../../parts/form.ts'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { MAILS, paths } from '../../paths.ts'

/** A manager's mails: what she chose, the other managers, and who gets hers while she is away. */
export type MailsShown = Pick<Person, 'notify' | 'awayUntil' | 'deputyId'> & {
  readonly others: readonly { readonly id: PersonId; readonly name: string }[]
  /** Null while she is here. */
  readonly goesTo: { readonly isDeputy: boolean; readonly name: string } | null
}

type Props = {
  readonly frame: PageFrame
  readonly id: PersonId
  readonly mails: MailsShown
  readonly form: FormState
}

export function Mails({ frame, id, mails, form }: Props) {
  const words = wordsFor(frame).mails
  const { notify, awayUntil, deputyId, others } = mails
  return (
    <section id={MAILS}>
      <h2>{words.title}</h2>
      <p class="soft">{words.about}</p>
      <Away frame={frame} mails={mails} />
      <form method="post" action={paths.personMails(id)} class="stack" data-enhance="#content">
        <SelectField
          form={form}
          name="notify"
          label={words.notify}
          value={notify}
          choices={NOTIFY.map((value) => ({ value, label: words.notifyChoices[value] }))}
        />
        <TextField
          form={form}
          name="awayUntil"
          label={words.awayUntil}
          hint={words.awayUntilHint}
          type="date"
          value={awayUntil ?? ''}
        />
        <SelectField
          form={form}
          name="deputyId"
          label={words.deputy}
          hint={others.length === 0 ? words.noOther : undefined}
          value={deputyId ?? ''}
          choices={[
            { value: '', label: words.nobody },
            ...others.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
        <button class="quiet" type="submit">
          {wordsFor(frame).frame.save}
        </button>
      </form>
      {frame.nav?.own?.includes(id) ? (
        <p>
          <a href={paths.signIns}>{wordsFor(frame).entrance.signInsTitle}</a>
        </p>
      ) : null}
    </section>
  )
}

function Away({ frame, mails }: Pick<Props, 'frame' | 'mails'>) {
  const { goesTo, awayUntil } = mails
  if (!goesTo || awayUntil === null) return null
  const words = wordsFor(frame).mails
  return <p>{goesTo.isDeputy ? words.goTo(goesTo.name, formatDay(awayUntil, frame)) : words.comeAnyway}</p>
}
