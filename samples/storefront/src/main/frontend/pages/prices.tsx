import { useEffect, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import { Decimal } from '../mizan'
import type { CatalogItem } from '../mizan'
import {
  CatalogContext,
  useCatalogPage,
  useCategories,
  useChangePrice,
  useDiscountCategory,
  useVisitor,
} from '../mizan/react'
import { count } from '../lib/format'
import { useKept } from '../lib/kept'
import { Link, navigate } from '../lib/router'
import { useToast } from '../lib/toast'
import { Field, Form, Select } from '../ui/form'
import { Money, Page, Pager } from '../ui/parts'
import { Empty, Problem, Show, Skeleton } from '../ui/state'
import { addressOf, Filter, useSelection } from './catalogue'
import type { Selection } from './catalogue'

const PATH = '/prices'

/** The administrator's price editor. */
export function Prices(): ReactNode {
  const visitor = useVisitor()
  return (
    <Page title="Prices">
      <Show state={visitor} skeleton={<Skeleton lines={8} />}>
        {({ administrator }) =>
          administrator ? (
            <Editor />
          ) : (
            <Empty title="For the administrator">
              <p>
                <Link to="/sign-in?to=/prices" className="button">
                  Sign in
                </Link>
              </p>
            </Empty>
          )
        }
      </Show>
    </Page>
  )
}

function Editor(): ReactNode {
  const selection = useSelection()
  const { category, search, sort, page } = selection
  return (
    <CatalogContext category={category ?? null} search={search ?? null} sort={sort} page={page}>
      <div className="with-aside">
        <section aria-label="Products">
          <Filter path={PATH} selection={selection} />
          <Table {...selection} />
        </section>
        <aside>
          <Discount {...selection} />
        </aside>
      </div>
    </CatalogContext>
  )
}

function Table(selection: Selection): ReactNode {
  const state = useCatalogPage()
  const shown = useKept(state.data)
  if (state.error && !state.data) return <Problem error={state.error} retry={state.refetch} />
  if (!shown) return <Skeleton lines={12} />
  if (shown.items.length === 0) return <Empty title="Nothing found" />
  return (
    <div aria-busy={!state.data}>
      <p className="faint" role="status">
        {count(shown.products, 'product')}
      </p>
      <table className="prices">
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Price</th>
            <th scope="col">New price</th>
          </tr>
        </thead>
        <tbody>
          {shown.items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </tbody>
      </table>
      <Pager page={shown.page} pages={shown.pages} to={(page) => addressOf(PATH, { ...selection, page })} />
    </div>
  )
}

function Row({ item }: { readonly item: CatalogItem }): ReactNode {
  const { mutate, pending, error, reset } = useChangePrice()
  const toast = useToast()
  const [price, setPrice] = useState<string>(item.price)
  const [mistyped, setMistyped] = useState(false)

  // Somebody else may change it, in another tab or at another desk.
  useEffect(() => setPrice(item.price), [item.price])

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (pending) return
    const typed = price.trim().replace(',', '.')
    setMistyped(!/^\d+(\.\d+)?$/.test(typed))
    if (!/^\d+(\.\d+)?$/.test(typed)) return
    await mutate({ productId: item.id, price: Decimal(typed) })
    toast(`${item.name} has a new price.`)
  }

  const problems = mistyped ? ['a number, as 49.90'] : error?.fields['price']
  return (
    <tr>
      <th scope="row">
        <Link to={`/products/${item.id}`}>{item.name}</Link>
      </th>
      <td>
        <Money amount={item.price} />
      </td>
      <td>
        <form className="row" noValidate onSubmit={(event) => void save(event).catch(() => undefined)}>
          <Field
            label={`New price of ${item.name}`}
            name="price"
            inputMode="decimal"
            autoComplete="off"
            value={price}
            problems={problems}
            onChange={(event) => {
              reset()
              setMistyped(false)
              setPrice(event.target.value)
            }}
          />
          <button aria-label={`Save the price of ${item.name}`} disabled={price === item.price} aria-busy={pending}>
            Save
          </button>
        </form>
        {error && !problems && <Problem error={error} />}
      </td>
    </tr>
  )
}

function Discount(selection: Selection): ReactNode {
  const { data: categories } = useCategories()
  const { mutate, pending, error } = useDiscountCategory()
  const toast = useToast()

  async function discount(form: FormData): Promise<boolean> {
    try {
      const changed = await mutate({ slug: selection.category ?? '', percent: Number(form.get('percent')) })
      toast(`${count(changed, 'price')} changed.`)
      return true
    } catch {
      return false
    }
  }

  return (
    <div className="panel">
      <Select
        label="Category"
        value={selection.category ?? ''}
        onChange={(event) =>
          navigate(addressOf(PATH, { ...selection, category: event.target.value || undefined, page: 1 }))
        }
      >
        <option value="">Everything</option>
        {categories?.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </Select>
      {selection.category && (
        <Form label="Discount" submit="Reduce all its prices" pending={pending} error={error} onSubmit={discount}>
          <Field
            label="Percent off"
            name="percent"
            type="number"
            min={1}
            max={90}
            defaultValue={10}
            problems={error?.fields['percent']}
          />
        </Form>
      )}
    </div>
  )
}
