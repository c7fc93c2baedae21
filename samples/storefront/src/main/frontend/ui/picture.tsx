import type { ReactNode } from 'react'
import { drawingOf } from './drawings'

/** What things are made of, as the names of products say, and how that looks. */
const MATERIALS: readonly (readonly [RegExp, string])[] = [
  [/copper|terracotta|clay/i, '#b5623b'],
  [/brass|gold|beeswax|honey/i, '#b8923e'],
  [/oak|ash|beech|bamboo|willow|rattan|jute|seagrass|straw|cork|pine/i, '#b98d5b'],
  [/walnut|teak|cherry|olive|acacia|leather|mahogany/i, '#7f5436'],
  [/cast iron|carbon|black|slate|smoked|iron/i, '#3d4347'],
  [/stoneware/i, '#9a8571'],
  [/steel|stainless|damascus|tinned|wire|alumin|zinc|chrome|nickel/i, '#7e8b93'],
  [/glass|clear|ribbed|crystal/i, '#6fa3ad'],
  [/green|waffle|hemp/i, '#5f8262'],
  [/enamel|percale|cotton|porcelain|ceramic|marble/i, '#4f6f9b'],
  [/linen|felt|wool|alpaca|mohair|flannel/i, '#a27f79'],
]

const WALLS = ['#efe6d8', '#e3e8e0', '#e8e1ea', '#dfe8ec', '#f1e0d6', '#ebe9d5']

/** A drawing of a product: its category gives the shape, its material the colour, its name the wall behind it. */
export function Picture(props: {
  readonly product: { readonly name: string; readonly category: string }
  readonly className?: string
}): ReactNode {
  const { name, category } = props.product
  const colour = MATERIALS.find(([material]) => material.test(name))?.[1] ?? '#8a6f9c'
  const wall = WALLS[[...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % WALLS.length]
  return (
    <svg className={`picture ${props.className ?? ''}`} viewBox="0 0 200 160" aria-hidden="true">
      <rect width="200" height="160" fill={wall} />
      <rect y="122" width="200" height="38" fill="#000" opacity=".07" />
      <ellipse cx="100" cy="130" rx="58" ry="6" fill="#000" opacity=".13" />
      <g fill={colour} stroke={colour} strokeLinecap="round" strokeLinejoin="round" strokeWidth="0">
        {drawingOf(category)}
      </g>
    </svg>
  )
}
