import { NOTIFY } from '../../../../worker/domain/people/person.ts'
import { SelectField, TextField } from '../../../parts/fields.tsx'
import type { PageFrame } from '../../../parts/page-frame.ts'
import { within } from '../../../parts/within.ts'
import { formatDay } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { MAILS, paths } from '../../paths.ts'
import { Hold, Holds } from './holds.tsx'
import type { MailsShown } from './mails-data.ts'
import type { PersonData } from './person-data.ts'
import { PersonSection } from './person-section.tsx'

type Props = { readonly data: PersonData; readonly mails: MailsShown }

export function Mails({ data, mails }: Props) {
  const { frame, id } = data
  const { mails: words, entrance } = wordsFor(frame)
  return (
    <PersonSection
      data={data}
      id={MAILS}
      title={words.title}
      read={
        <>
          <Shown frame={frame} mails={mails} />
          {frame.nav?.own?.includes(id) ? (
            <p>
              <a href={paths.signIns}>{entrance.signInsTitle}</a>
            </p>
          ) : null}
        </>
      }
      form={<Form data={data} mails={mails} />}
    />
  )
}

function Shown({ frame, mails }: FrameAndMails) {
  const words = wordsFor(frame).mails
  const { notify, awayUntil, deputyId, others } = mails
  const deputy = others.find(({ id }) => id === deputyId)
  return (
    <>
      <p class="soft">{words.about}</p>
      <Away frame={frame} mails={mails} />
      <Holds>
        <Hold of={words.notify}>{words.notifyChoices[notify]}</Hold>
        {awayUntil === null ? null : <Hold of={words.awayUntil}>{formatDay(awayUntil, frame)}</Hold>}
        <Hold of={words.deputy}>{deputy?.name ?? words.nobody}</Hold>
      </Holds>
    </>
  )
}

function Form({ data: { frame, form, id }, mails }: Props) {
  const words = wordsFor(frame).mails
  const { notify, awayUntil, deputyId, others } = mails
  return (
    <form method="post" action={within(frame, paths.personMails(id))} class="stack" data-enhance="#content">
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
      <p>
        <button class="primary" type="submit">
          {wordsFor(frame).frame.save}
        </button>
      </p>
    </form>
  )
}

type FrameAndMails = { readonly frame: PageFrame; readonly mails: MailsShown }

function Away({ frame, mails }: FrameAndMails) {
  const { goesTo, awayUntil } = mails
  if (!goesTo || awayUntil === null) return null
  const words = wordsFor(frame).mails
  return <p>{goesTo.isDeputy ? words.goTo(goesTo.name, formatDay(awayUntil, frame)) : words.comeAnyway}</p>
}
