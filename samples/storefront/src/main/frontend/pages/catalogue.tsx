import type { ReactNode } from 'react'
import { CatalogSortValues } from '../mizan'
import type { CatalogSort } from '../mizan'
import { CatalogContext, useCatalogHeading, useCatalogPage, useCategories } from '../mizan/react'
import { count } from '../lib/format'
import { useKept } from '../lib/kept'
import { address, Link, navigate, useLocation } from '../lib/router'
import { CardSkeletons, Pager, ProductCard, Title } from '../ui/parts'
import { Empty, Problem, Show, Skeleton } from '../ui/state'

const SORTS: Readonly<Record<CatalogSort, string>> = {
  NAME: 'Name',
  PRICE: 'Price, lowest first',
  PRICE_DESC: 'Price, highest first',
  NEWEST: 'Newest',
  MOST_REVIEWED: 'Most reviewed',
}

/** What a list of products shows; the address says it. */
export interface Selection {
  readonly category: string | undefined
  readonly search: string | undefined
  readonly sort: CatalogSort
  readonly page: number
}

export function useSelection(): Selection {
  const { query } = useLocation()
  const sort = query.get('sort')
  const page = Number(query.get('page'))
  return {
    category: query.get('category') || undefined,
    search: query.get('search') || undefined,
    sort: CatalogSortValues.find((value) => value === sort) ?? 'NAME',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** The address of a selection, without what goes without saying. */
export function addressOf(path: string, { category, search, sort, page }: Selection): string {
  return address(path, {
    category,
    search,
    sort: sort === 'NAME' ? undefined : sort,
    page: page === 1 ? undefined : page,
  })
}

export function Catalogue(): ReactNode {
  const selection = useSelection()
  const { category, search, sort, page } = selection
  return (
    <CatalogContext category={category ?? null} search={search ?? null} sort={sort} page={page}>
      <div className="page catalogue">
        <Heading />
        <Categories {...selection} />
        <section aria-labelledby="products" className="products">
          <h2 id="products" className="hidden">
            Products
          </h2>
          <Filter path="/" selection={selection} />
          <Products {...selection} />
        </section>
      </div>
    </CatalogContext>
  )
}

function Heading(): ReactNode {
  const heading = useKept(useCatalogHeading().data)
  return (
    <div className="heading">
      <Title>{heading?.title ?? 'Shop'}</Title>
      <h1>{heading?.title ?? 'Shop'}</h1>
      <p className="lead">{heading?.blurb}</p>
    </div>
  )
}

function Categories(selection: Selection): ReactNode {
  const state = useCategories()
  const to = (category: string | undefined) => ({
    to: addressOf('/', { ...selection, category, page: 1 }),
    'aria-current': category === selection.category ? ('page' as const) : undefined,
  })
  return (
    <nav className="categories" aria-label="Categories">
      <Show state={state} skeleton={<Skeleton lines={12} />}>
        {(categories) => (
          <ul>
            <li>
              <Link {...to(undefined)}>Everything</Link>
            </li>
            {categories.map(({ slug, name, products }) => (
              <li key={slug}>
                <Link {...to(slug)}>
                  {name} <span className="faint">{products}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Show>
    </nav>
  )
}

/** Typing replaces the address, so "back" leads to where one came from. */
export function Filter(props: { readonly path: string; readonly selection: Selection }): ReactNode {
  const { path, selection } = props
  const change = (to: Partial<Selection>): void =>
    navigate(addressOf(path, { ...selection, page: 1, ...to }), { replace: true })
  return (
    <form role="search" action={path} className="filter" onSubmit={(event) => event.preventDefault()}>
      {selection.category && <input type="hidden" name="category" value={selection.category} />}
      <label>
        <span>Search</span>
        <input
          type="search"
          name="search"
          maxLength={80}
          placeholder="Copper kettle"
          value={selection.search ?? ''}
          onChange={(event) => change({ search: event.target.value })}
        />
      </label>
      <label>
        <span>Sort by</span>
        <select
          name="sort"
          value={selection.sort}
          onChange={(event) => change({ sort: event.target.value as CatalogSort })}
        >
          {CatalogSortValues.map((sort) => (
            <option key={sort} value={sort}>
              {SORTS[sort]}
            </option>
          ))}
        </select>
      </label>
      <noscript>
        <button>Show</button>
      </noscript>
    </form>
  )
}

function Products(selection: Selection): ReactNode {
  const state = useCatalogPage()
  const shown = useKept(state.data)
  if (state.error && !state.data) return <Problem error={state.error} retry={state.refetch} />
  if (!shown) return <CardSkeletons cards={12} />
  if (shown.items.length === 0) {
    return (
      <Empty title="Nothing found">
        <p>
          Try fewer letters, or <Link to="/">look at everything</Link>.
        </p>
      </Empty>
    )
  }
  return (
    <div aria-busy={!state.data}>
      <p className="faint" role="status">
        {count(shown.products, 'product')}
      </p>
      <div className="cards">
        {shown.items.map((item) => (
          <ProductCard key={item.id} item={item} />
        ))}
      </div>
      <Pager page={shown.page} pages={shown.pages} to={(page) => addressOf('/', { ...selection, page })} />
    </div>
  )
}
