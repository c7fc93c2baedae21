import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { ProductDetails, ProductReview, ProductStock } from '../mizan'
import {
  CatalogContext,
  ProductContext,
  useAddReview,
  useCatalogPage,
  useCategories,
  useMarkReviewHelpful,
  useProductDetails,
  useProductReviews,
  useProductStock,
  useRemoveReview,
  useVisitor,
} from '../mizan/react'
import { useFillCart } from '../lib/cart'
import { count } from '../lib/format'
import { address, Link, useLocation } from '../lib/router'
import { useServed } from '../lib/served'
import { useToast } from '../lib/toast'
import { Form, text, TextArea } from '../ui/form'
import { CardSkeletons, Day, Money, Page, ProductCard, Quantity, Rating, Stars, Title } from '../ui/parts'
import { Picture } from '../ui/picture'
import { Problem, SentProblem, Show, Skeleton } from '../ui/state'

export function Product({ productId }: { readonly productId: number }): ReactNode {
  const served = useServed()
  if (served.missing && served.address.split('?')[0] === `/products/${productId}`) return <Missing />
  return (
    <ProductContext productId={productId}>
      <Details productId={productId} />
    </ProductContext>
  )
}

function Missing(): ReactNode {
  return (
    <Page title="There is no such product">
      <p>
        <Link to="/">Look at everything</Link>
      </p>
    </Page>
  )
}

function Details({ productId }: { readonly productId: number }): ReactNode {
  const state = useProductDetails()
  if (state.error?.status === 404) return <Missing />
  return (
    <div className="page">
      <Show state={state} skeleton={<Skeleton lines={8} />}>
        {(product) => (
          <>
            <Title>{product.name}</Title>
            <Breadcrumb category={product.category} />
            <div className="product">
              <Picture product={product} className="large" />
              <div>
                <h1>{product.name}</h1>
                <Rating rating={product.rating} />
                <p className="price large">
                  <Money amount={product.price} />
                </p>
                <Buy product={product} />
                <p>{product.description}</p>
                <p className="faint">In the shop since <Day date={product.added} />.</p>
              </div>
            </div>
            <Reviews productId={productId} />
            <CatalogContext category={product.category} sort="MOST_REVIEWED">
              <More than={productId} />
            </CatalogContext>
          </>
        )}
      </Show>
    </div>
  )
}

function Breadcrumb({ category }: { readonly category: string }): ReactNode {
  const { data: categories } = useCategories()
  const name = categories?.find(({ slug }) => slug === category)?.name ?? category
  return (
    <nav aria-label="Where you are" className="breadcrumb">
      <Link to="/">Everything</Link> <span aria-hidden="true">/</span> <Link to={address('/', { category })}>{name}</Link>
    </nav>
  )
}

const STOCK: Readonly<Record<ProductStock['level'], (pieces: number) => string>> = {
  SOLD_OUT: () => 'Sold out',
  LOW: (pieces) => `Only ${pieces} left`,
  PLENTY: () => 'In stock, sent within two days',
}

function Buy({ product }: { readonly product: ProductDetails }): ReactNode {
  const { data: stock } = useProductStock()
  const { fill, pending, error, reset } = useFillCart()
  const toast = useToast()
  const { query } = useLocation()
  // The address has it where there are no scripts.
  const [quantity, setQuantity] = useState(/^[1-9]\d?$/.test(query.get('quantity') ?? '') ? Number(query.get('quantity')) : 1)

  async function buy(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (pending) return
    try {
      await fill(product.id, quantity)
    } catch {
      return // `error` says why.
    }
    setQuantity(1)
    toast(
      <>
        {quantity === 1 ? '' : `${quantity} × `}
        {product.name} is in your cart. <Link to="/cart">View cart</Link>
      </>,
    )
  }

  if (!stock) return null
  return (
    <div className="buy">
      <p className={`stock ${stock.level.toLowerCase()}`}>{STOCK[stock.level](stock.pieces)}</p>
      {stock.level !== 'SOLD_OUT' && (
        <form method="post" action={`/products/${product.id}`} className="row" onSubmit={(event) => void buy(event)}>
          <Quantity
            name={product.name}
            value={quantity}
            min={1}
            method="get"
            onChange={(value) => {
              reset()
              setQuantity(value)
            }}
          />
          <button name="quantity" value={quantity} className="primary" aria-disabled={pending}>
            {pending ? 'One moment…' : 'Add to cart'}
          </button>
        </form>
      )}
      <SentProblem />
      {error && <Problem error={error} />}
    </div>
  )
}

function Reviews({ productId }: { readonly productId: number }): ReactNode {
  const state = useProductReviews()
  const { data: visitor } = useVisitor()
  return (
    <section className="reviews" aria-labelledby="reviews">
      <h2 id="reviews">Reviews</h2>
      <div className="columns">
        <Show state={state} skeleton={<Skeleton />}>
          {(reviews) =>
            reviews.length === 0 ? (
              <p>Nobody has written about it yet.</p>
            ) : (
              <ul>
                {reviews.map((review) => (
                  <li key={review.id}>
                    <Review productId={productId} review={review} administrator={visitor?.administrator ?? false} />
                  </li>
                ))}
              </ul>
            )
          }
        </Show>
        {visitor?.customerId ? (
          <Write productId={productId} customerId={visitor.customerId} />
        ) : (
          !visitor?.administrator && (
            <p>
              <Link to={address('/sign-in', { to: `/products/${productId}` })}>Sign in</Link> to write a review.
            </p>
          )
        )}
      </div>
    </section>
  )
}

function Review(props: {
  readonly productId: number
  readonly review: ProductReview
  readonly administrator: boolean
}): ReactNode {
  const { productId, review, administrator } = props
  const helpful = useMarkReviewHelpful()
  const remove = useRemoveReview()
  const [thanked, setThanked] = useState(false)

  async function thank(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      await helpful.mutate({ productId, reviewId: review.id })
    } catch {
      return // `error` says why.
    }
    setThanked(true)
  }

  const error = helpful.error ?? remove.error
  return (
    <article className="review">
      <p>
        <Stars rating={review.rating} /> <strong>{review.author}</strong>{' '}
        <span className="faint"><Day date={review.written} /></span>
      </p>
      <p>{review.text}</p>
      <form
        method="post"
        action={`/products/${productId}/helpful`}
        className="row"
        onSubmit={(event) => void thank(event)}
      >
        <span className="faint">{count(review.helpful, 'person', 'people')} found this helpful</span>
        <button name="reviewId" value={review.id} className="plain" disabled={thanked || helpful.pending}>
          {thanked ? 'Thank you' : 'Helpful'}
        </button>
        {administrator && (
          <button
            type="button"
            className="plain"
            disabled={remove.pending}
            onClick={() => void remove.mutate({ productId, reviewId: review.id })}
          >
            Remove
          </button>
        )}
      </form>
      {error && <Problem error={error} />}
    </article>
  )
}

function Write({ productId, customerId }: { readonly productId: number; readonly customerId: number }): ReactNode {
  const { mutate, pending, error } = useAddReview()
  const toast = useToast()

  async function send(form: FormData): Promise<boolean> {
    try {
      await mutate({ productId, customerId, rating: Number(form.get('rating')), text: text(form, 'text') })
    } catch {
      return false
    }
    toast('Thank you for your review.')
    return true
  }

  return (
    <Form label="Write a review" submit="Publish" pending={pending} error={error} className="panel" onSubmit={send}>
      <h3>Write a review</h3>
      <fieldset className="rate">
        <legend>Your rating</legend>
        {[1, 2, 3, 4, 5].map((stars) => (
          <label key={stars}>
            <input type="radio" name="rating" value={stars} defaultChecked={stars === 5} />
            <span>{stars}</span>
            <span className="hidden">{stars === 1 ? ' star' : ' stars'}</span>
          </label>
        ))}
      </fieldset>
      <TextArea label="What do you think of it?" name="text" problems={error?.fields['text']} />
    </Form>
  )
}

function More({ than }: { readonly than: number }): ReactNode {
  const state = useCatalogPage()
  return (
    <section aria-labelledby="more">
      <h2 id="more">More like this</h2>
      <Show state={state} skeleton={<CardSkeletons cards={4} />}>
        {(page) => (
          <div className="cards four">
            {page.items
              .filter(({ id }) => id !== than)
              .slice(0, 4)
              .map((item) => (
                <ProductCard key={item.id} item={item} />
              ))}
          </div>
        )}
      </Show>
    </section>
  )
}
