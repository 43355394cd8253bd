import { Hidden } from '../../../parts/fields.tsx'
import { PersonFields } from '../../../parts/person-fields.tsx'
import { within } from '../../../parts/within.ts'
import { zoneLabel } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { Hold, Holds } from './holds.tsx'
import { OldAddress } from './old-address.tsx'
import type { PersonData } from './person-data.ts'
import { PersonSection } from './person-section.tsx'
import { PART } from './person-sections.ts'
import { RolesQuestion } from './roles-question.tsx'
import { ZoneQuestion } from './zone-question.tsx'

type Props = { readonly data: PersonData }

export function Basics({ data }: Props) {
  return (
    <PersonSection
      data={data}
      id="basics"
      title={wordsFor(data.frame).people.basics}
      read={<Shown data={data} />}
      form={<Form data={data} />}
    />
  )
}

function Shown({ data: { frame, stored, superiors } }: Props) {
  const { people: words, frame: common, person } = wordsFor(frame)
  const superior = superiors.find(({ id }) => id === stored.reportsTo)
  return (
    <Holds>
      <Hold of={words.roles}>{stored.roles.map((role) => common.role[role]).join(', ')}</Hold>
      <Hold of={person.inTitles}>{stored.shownShortName}</Hold>
      <Hold of={words.zone}>{zoneLabel(stored.zone, frame.locale, frame.now)}</Hold>
      <Hold of={words.locale}>{words.locales[stored.locale]}</Hold>
      {stored.unit ? <Hold of={words.unit}>{stored.unit}</Hold> : null}
      {superior ? (
        <Hold of={words.reportsTo}>
          <a href={within(frame, paths.person(superior.id))}>{superior.name}</a>
        </Hold>
      ) : null}
    </Holds>
  )
}

function Form({ data }: Props) {
  const { frame, form, stored, superiors, id, programmeId } = data
  const isWhole = data.editing?.isWhole ?? false
  return (
    <form method="post" action={within(frame, paths.person(id))} class="stack" data-enhance="#content">
      <Hidden values={isWhole ? { programmeId } : { programmeId, [PART]: 'basics' }} />
      <PersonFields frame={frame} form={form} stored={stored} superiors={superiors} withAddresses={isWhole} />
      {isWhole ? (
        <OldAddress frame={frame} form={form} address={stored.email} isStopped={data.isAddressStopped} />
      ) : null}
      <RolesQuestion data={data} />
      <ZoneQuestion data={data} />
      <p>
        <button class="primary" type="submit">
          {wordsFor(frame).frame.save}
        </button>
      </p>
    </form>
  )
}
