console.error("I cannot live");
process.exit(7);
