import type { MouseEvent, ReactNode } from 'react'
import type { CatalogItem, Decimal, Instant, LocalDate, RatingSummary } from '../mizan'
import { useRenderEnvironment, useShop } from '../mizan/react'
import { count, day, money } from '../lib/format'
import { Link } from '../lib/router'
import { Picture } from './picture'

/** What a page of the shop has: its name, in the window's title too. */
export function Page(props: {
  readonly title: string
  readonly lead?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <div className={`page ${props.className ?? ''}`}>
      <Title>{props.title}</Title>
      <h1>{props.title}</h1>
      {props.lead && <p className="lead">{props.lead}</p>}
      {props.children}
    </div>
  )
}

export function Title({ children }: { readonly children: string }): ReactNode {
  return <title>{`${children} – Halden & Brisa`}</title>
}

/** A day as the shop counts them: the server's time zone, also in the browser. */
export function Day({ date }: { readonly date: LocalDate | Instant }): ReactNode {
  const { timeZone } = useRenderEnvironment()
  return day(date, timeZone)
}

export function Money({ amount }: { readonly amount: Decimal }): ReactNode {
  const { data: shop } = useShop()
  return <span className="money">{money(amount, shop?.currency ?? 'EUR')}</span>
}

export function Stars({ rating }: { readonly rating: number }): ReactNode {
  return (
    <svg className="stars" role="img" aria-label={`${rating} of 5 stars`} viewBox="0 0 100 20">
      {[0, 1, 2, 3, 4].map((star) => (
        <g key={star} transform={`translate(${star * 20} 0)`}>
          <path className="off" d={STAR} />
          <svg width={20 * Math.min(1, Math.max(0, rating - star))} height="20">
            <path className="on" d={STAR} />
          </svg>
        </g>
      ))}
    </svg>
  )
}

const STAR = 'M10 1.8 12.5 7l5.7.7-4.2 3.9 1.1 5.6L10 14.4l-5.1 2.8L6 11.6 1.8 7.7 7.5 7z'

export function Rating({ rating }: { readonly rating: RatingSummary }): ReactNode {
  if (rating.average === null) return <p className="rating faint">No reviews yet</p>
  return (
    <p className="rating">
      <Stars rating={rating.average} />
      <span className="faint">{count(rating.count, 'review')}</span>
    </p>
  )
}

export function ProductCard({ item }: { readonly item: CatalogItem }): ReactNode {
  return (
    <article className={item.available ? 'card' : 'card gone'}>
      <Picture product={item} />
      <h3>
        <Link to={`/products/${item.id}`}>{item.name}</Link>
      </h3>
      <Rating rating={item.rating} />
      <p className="price">
        <Money amount={item.price} />
        {!item.available && <span className="badge">Sold out</span>}
      </p>
    </article>
  )
}

/** Cards that are not there yet. */
export function CardSkeletons({ cards }: { readonly cards: number }): ReactNode {
  return (
    <div className="cards" role="status">
      <span className="hidden">Loading…</span>
      {Array.from({ length: cards }, (_, card) => (
        <div key={card} className="card skeleton">
          <span className="bar picture" />
          <span className="bar" />
          <span className="bar" />
        </div>
      ))}
    </div>
  )
}

/** Links to the pages of a list, at most five numbers wide. */
export function Pager(props: {
  readonly page: number
  readonly pages: number
  readonly to: (page: number) => string
}): ReactNode {
  const { page, pages, to } = props
  if (pages < 2) return null
  const first = Math.max(1, Math.min(page - 2, pages - 4))
  const numbers = Array.from({ length: Math.min(5, pages) }, (_, index) => first + index)
  return (
    <nav className="pager" aria-label="Pages">
      {page > 1 && (
        <Link to={to(page - 1)} rel="prev">
          ← <span className="word">Previous</span>
        </Link>
      )}
      {numbers.map((number) => (
        <Link
          key={number}
          to={to(number)}
          aria-label={`Page ${number}`}
          aria-current={number === page ? 'page' : undefined}
        >
          {number}
        </Link>
      ))}
      {page < pages && (
        <Link to={to(page + 1)} rel="next">
          <span className="word">Next</span> →
        </Link>
      )}
    </nav>
  )
}

/**
 * How many pieces, with buttons that say so. They are within a form: without scripts they send it with the other number,
 * by `method` if it is not the form's.
 */
export function Quantity(props: {
  readonly name: string
  readonly value: number
  readonly min: number
  readonly busy?: boolean
  readonly method?: 'get'
  readonly onChange: (value: number) => void
}): ReactNode {
  const { name, value, min, method, onChange } = props
  const button = (to: number) => ({
    name: 'quantity',
    value: to,
    formMethod: method,
    onClick(event: MouseEvent) {
      event.preventDefault()
      onChange(to)
    },
  })
  return (
    <div className="quantity" role="group" aria-label={`Quantity of ${name}`} aria-busy={props.busy}>
      <button aria-label="One less" disabled={value <= min} {...button(value - 1)}>
        −
      </button>
      <output aria-live="polite">{value}</output>
      <button aria-label="One more" disabled={value >= 99} {...button(value + 1)}>
        +
      </button>
    </div>
  )
}
