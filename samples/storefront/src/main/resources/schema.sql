-- H2 and PostgreSQL. Every statement may run again on a database that has it already, and ends at a semicolon that ends
-- its line. New rows get keys from sequences above those of the seed (org.mizan.samples.storefront.data.Seed).

CREATE TABLE IF NOT EXISTS shop (
  id INTEGER PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  strapline VARCHAR(200) NOT NULL,
  currency VARCHAR(3) NOT NULL,
  opened DATE NOT NULL,
  seeded BOOLEAN NOT NULL
);

CREATE TABLE IF NOT EXISTS category (
  id BIGINT PRIMARY KEY,
  slug VARCHAR(60) NOT NULL UNIQUE,
  name VARCHAR(80) NOT NULL,
  blurb VARCHAR(500) NOT NULL
);

CREATE TABLE IF NOT EXISTS product (
  id BIGINT PRIMARY KEY,
  category_id BIGINT NOT NULL REFERENCES category (id),
  slug VARCHAR(120) NOT NULL UNIQUE,
  name VARCHAR(120) NOT NULL,
  description VARCHAR(2000) NOT NULL,
  price NUMERIC(10, 2) NOT NULL CHECK (price > 0),
  stock INTEGER NOT NULL CHECK (stock >= 0),
  review_count INTEGER NOT NULL,
  rating_sum INTEGER NOT NULL,
  added DATE NOT NULL,
  version INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS product_by_category ON product (category_id, name);
CREATE INDEX IF NOT EXISTS product_by_name ON product (name);

CREATE TABLE IF NOT EXISTS customer (
  id BIGINT PRIMARY KEY,
  name VARCHAR(80) NOT NULL,
  email VARCHAR(120) NOT NULL,
  since DATE NOT NULL
);

-- Who may sign in: customers by their number, and whoever runs the shop.
CREATE TABLE IF NOT EXISTS account (
  name VARCHAR(20) PRIMARY KEY,
  password VARCHAR(255) NOT NULL,
  role VARCHAR(20) NOT NULL
);

CREATE TABLE IF NOT EXISTS review (
  id BIGINT PRIMARY KEY,
  product_id BIGINT NOT NULL REFERENCES product (id),
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  author VARCHAR(80) NOT NULL,
  rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  body VARCHAR(2000) NOT NULL,
  helpful INTEGER NOT NULL,
  written DATE NOT NULL
);
CREATE INDEX IF NOT EXISTS review_by_product ON review (product_id);
CREATE INDEX IF NOT EXISTS review_by_customer ON review (customer_id);

CREATE TABLE IF NOT EXISTS cart (
  id VARCHAR(36) PRIMARY KEY,
  customer_id BIGINT REFERENCES customer (id),
  shipping VARCHAR(20) NOT NULL,
  version INTEGER NOT NULL
);

CREATE TABLE IF NOT EXISTS cart_line (
  id BIGINT PRIMARY KEY,
  cart_id VARCHAR(36) NOT NULL REFERENCES cart (id),
  product_id BIGINT NOT NULL REFERENCES product (id),
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price NUMERIC(10, 2) NOT NULL
);
CREATE INDEX IF NOT EXISTS cart_line_by_cart ON cart_line (cart_id);

CREATE TABLE IF NOT EXISTS purchase_order (
  id BIGINT PRIMARY KEY,
  customer_id BIGINT NOT NULL REFERENCES customer (id),
  placed_at TIMESTAMP NOT NULL,
  status VARCHAR(20) NOT NULL,
  shipping VARCHAR(20) NOT NULL,
  total NUMERIC(12, 2) NOT NULL,
  ship_name VARCHAR(80) NOT NULL,
  ship_street VARCHAR(120) NOT NULL,
  ship_zip VARCHAR(12) NOT NULL,
  ship_city VARCHAR(80) NOT NULL,
  ship_country VARCHAR(2) NOT NULL
);
CREATE INDEX IF NOT EXISTS purchase_order_by_customer ON purchase_order (customer_id);

CREATE TABLE IF NOT EXISTS order_line (
  id BIGINT PRIMARY KEY,
  order_id BIGINT NOT NULL REFERENCES purchase_order (id),
  product_id BIGINT NOT NULL REFERENCES product (id),
  name VARCHAR(120) NOT NULL,
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit_price NUMERIC(10, 2) NOT NULL
);
CREATE INDEX IF NOT EXISTS order_line_by_order ON order_line (order_id);

CREATE SEQUENCE IF NOT EXISTS product_seq START WITH 100050 INCREMENT BY 50;
CREATE SEQUENCE IF NOT EXISTS review_seq START WITH 100050 INCREMENT BY 50;
CREATE SEQUENCE IF NOT EXISTS cart_line_seq START WITH 100050 INCREMENT BY 50;
CREATE SEQUENCE IF NOT EXISTS purchase_order_seq START WITH 100050 INCREMENT BY 50;
CREATE SEQUENCE IF NOT EXISTS order_line_seq START WITH 100050 INCREMENT BY 50;

INSERT INTO shop (id, name, strapline, currency, opened, seeded)
SELECT 1, 'Halden & Brisa', 'Things for the house that outlast the house', 'EUR', DATE '2019-04-01', FALSE
WHERE NOT EXISTS (SELECT 1 FROM shop WHERE id = 1);
