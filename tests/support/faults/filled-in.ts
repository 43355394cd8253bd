import { type Element, elementsOf } from '../html.ts'

/** What the form of a page sends to this address where nobody changes anything. */
export function filledIn(html: string, action: string): Readonly<Record<string, string>> {
  const fields = elementsOf(html).filter(({ parents }) =>
    parents.some(({ name, attributes }) => name === 'form' && attributes.get('action') === action),
  )
  return Object.fromEntries(fields.flatMap((each) => sentBy(each)))
}

function sentBy({ name: tag, attributes, parents }: Element): readonly (readonly [string, string])[] {
  const value = attributes.get('value') ?? ''
  if (tag === 'option' && attributes.has('selected')) {
    const name = parents.find((each) => each.name === 'select')?.attributes.get('name')
    return name === undefined ? [] : [[name, value]]
  }
  const [name, type = ''] = [attributes.get('name'), attributes.get('type')]
  const isOff = ['checkbox', 'radio'].includes(type) && !attributes.has('checked')
  return tag !== 'input' || name === undefined || isOff ? [] : [[name, value]]
}
