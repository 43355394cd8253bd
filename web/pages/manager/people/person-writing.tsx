import { whatHolds } from '../../../../worker/domain/people/what-holds.ts'
import { Hidden } from '../../../parts/fields.tsx'
import { presetsAsTyped } from '../../../parts/presets-fields.ts'
import { within } from '../../../parts/within.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { Holds, Rule } from './holds.tsx'
import type { PersonData } from './person-data.ts'
import { WritingFields } from './person-presets.tsx'
import { PersonSection } from './person-section.tsx'
import { PART } from './person-sections.ts'

type Props = { readonly data: PersonData }

/** Which mails beyond the invites an executive gets. */
export function Writing({ data }: Props) {
  return (
    <PersonSection
      data={data}
      id="writing"
      title={wordsFor(data.frame).person.writing}
      read={<Shown data={data} />}
      form={<Form data={data} />}
    />
  )
}

function Shown({ data: { frame, blockers, rules, policy } }: Props) {
  const { presets: words } = wordsFor(frame)
  const { nudges, inWriting } = whatHolds({ blockers, rules }, policy)
  return (
    <Holds>
      <Rule frame={frame} of={words.nudgesField} held={nudges}>
        {nudges.value ? words.yes : words.no}
      </Rule>
      <Rule frame={frame} of={words.inWritingField} held={inWriting}>
        {inWriting.value ? words.yes : words.no}
      </Rule>
    </Holds>
  )
}

function Form({ data: { frame, form, blockers, rules, id } }: Props) {
  const values = { ...presetsAsTyped(blockers, rules), ...form.values }
  return (
    <form method="post" action={within(frame, paths.personPresets(id))} class="stack" data-enhance="#content">
      <Hidden values={{ [PART]: 'writing' }} />
      <WritingFields frame={frame} form={{ ...form, values }} />
      <p>
        <button class="primary" type="submit">
          {wordsFor(frame).frame.save}
        </button>
      </p>
    </form>
  )
}
