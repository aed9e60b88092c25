// One conversation with the paper gateway: connect, details, chain, stream, place, fill, cancel.
// Usage: node converse.mjs PORT CLIENT_ID LINES. The last line of standard output is the result as JSON.
import { EventName, IBApi, OptionType, OrderAction, OrderType, SecType } from "@stoqey/ib";

const [port, clientId, lines] = process.argv.slice(2).map(Number);
const ib = new IBApi({ host: "127.0.0.1", port });
const errors = [];
const notices = [];
ib.on(EventName.error, (error, code, id) => errors.push({ id, code, text: error.message }));
ib.on(EventName.info, (text, code) => notices.push({ code, text }));

const step = (name, seconds, run) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name}: no answer in ${seconds} s`)), seconds * 1000);
    run((value) => {
      clearTimeout(timer);
      resolve(value);
    });
  });

const details = (id, contract) =>
  step(`details ${id}`, 15, (done) => {
    const found = [];
    const collect = (reqId, detail) => reqId === id && found.push(detail);
    ib.on(EventName.contractDetails, collect);
    ib.on(EventName.contractDetailsEnd, (reqId) => reqId === id && done(found));
    ib.reqContractDetails(id, contract);
  });

async function converse() {
  const firstOrderId = await step("connect", 10, (done) => {
    ib.once(EventName.nextValidId, done);
    ib.connect(clientId);
  });
  const marketTime = await step("current time", 5, (done) => {
    ib.once(EventName.currentTime, done);
    ib.reqCurrentTime();
  });

  const stock = await details(9001, { symbol: "SPY", secType: SecType.STK, exchange: "SMART", currency: "USD" });
  const underlying = stock[0].contract;

  const chain = await step("chain", 10, (done) => {
    const rows = [];
    ib.on(EventName.securityDefinitionOptionParameter, (_, exchange, __, tradingClass, multiplier, expirations, strikes) =>
      rows.push({ exchange, tradingClass, multiplier, expirations, strikes }));
    ib.once(EventName.securityDefinitionOptionParameterEnd, () => done(rows));
    ib.reqSecDefOptParams(9002, "SPY", "", SecType.STK, underlying.conId);
  });
  const smart = chain.find((row) => row.exchange === "SMART" && row.tradingClass === "SPY");
  const expiry = smart.expirations.toSorted()[1];

  const spot = await step("spot", 10, (done) => {
    ib.on(EventName.tickPrice, (id, type, price) => id === 9003 && type === 1 && price > 0 && done(price));
    ib.reqMktData(9003, underlying, "", false, false);
  });

  const calls = await details(9004, {
    symbol: "SPY", secType: SecType.OPT, exchange: "SMART", currency: "USD", multiplier: 100,
    lastTradeDateOrContractMonth: expiry, right: OptionType.Call,
  });
  const puts = await details(9005, {
    symbol: "SPY", secType: SecType.OPT, exchange: "SMART", currency: "USD", multiplier: 100,
    lastTradeDateOrContractMonth: expiry, right: OptionType.Put,
  });
  const nearest = (found, count) =>
    found.map((detail) => detail.contract).toSorted((a, b) => Math.abs(a.strike - spot) - Math.abs(b.strike - spot)).slice(0, count);
  const options = [...nearest(calls, lines / 2), ...nearest(puts, lines / 2)];

  const quotes = new Map(options.map((contract, index) => [index + 1, { contract }]));
  await step(`stream of ${lines} options`, 40, (done) => {
    const check = () => [...quotes.values()].every((q) => q.bid && q.ask && q.delta !== undefined) && done();
    ib.on(EventName.tickPrice, (id, type, price) => {
      const quote = quotes.get(id);
      if (quote && price > 0 && (type === 1 || type === 2)) {
        quote[type === 1 ? "bid" : "ask"] = price;
        check();
      }
    });
    ib.on(EventName.tickSize, (id, type, size) => {
      const quote = quotes.get(id);
      if (quote && (type === 27 || type === 28)) {
        quote.openInterest = size;
      }
    });
    ib.on(EventName.tickOptionComputation, (id, type, _, impliedVolatility, delta) => {
      const quote = quotes.get(id);
      if (quote && type === 13 && delta !== undefined) {
        quote.delta = delta;
        quote.impliedVolatility = impliedVolatility;
        check();
      }
    });
    quotes.forEach(({ contract }, id) => ib.reqMktData(id, contract, "100,101,106", false, false));
  });

  const limitOrder = (price) => ({
    action: OrderAction.BUY, orderType: OrderType.LMT, totalQuantity: 1, lmtPrice: price, transmit: true, tif: "DAY",
  });
  const traded = quotes.get(1);
  const fill = await step("fill", 15, (done) => {
    const seen = { statuses: [], openOrders: 0 };
    ib.on(EventName.openOrder, (id) => id === firstOrderId && seen.openOrders++);
    ib.on(EventName.orderStatus, (id, status, filled, remaining, averagePrice) => {
      if (id === firstOrderId) {
        seen.statuses.push(status);
        Object.assign(seen, { filled, remaining, averagePrice });
      }
    });
    ib.on(EventName.execDetails, (_, __, execution) => execution.orderId === firstOrderId && (seen.execution = execution));
    ib.on(EventName.commissionReport, (report) => {
      if (report.execId === seen.execution?.execId) {
        seen.commission = report.commission;
      }
      setTimeout(() => done(seen), 200);
    });
    ib.placeOrder(firstOrderId, traded.contract, limitOrder(Math.round(traded.ask * 100 + 50) / 100));
  });

  const resting = firstOrderId + 1;
  const errorsBeforeCancel = errors.length;
  const cancelled = await step("cancel", 15, (done) => {
    const statuses = [];
    let asked = false;
    ib.on(EventName.orderStatus, (id, status) => {
      if (id !== resting) {
        return;
      }
      statuses.push(status);
      if (status === "Submitted" && !asked) {
        asked = true;
        ib.cancelOrder(resting, "");
      }
      if (status === "Cancelled") {
        setTimeout(() => done(statuses), 200);
      }
    });
    ib.placeOrder(resting, traded.contract, limitOrder(0.01));
  });
  const cancelNotices = errors.splice(errorsBeforeCancel);

  quotes.forEach((_, id) => ib.cancelMktData(id));
  const positions = await step("positions", 5, (done) => {
    const rows = [];
    ib.on(EventName.position, (account, contract, quantity, averageCost) =>
      rows.push({ account, conId: contract.conId, quantity, averageCost }));
    ib.once(EventName.positionEnd, () => done(rows));
    ib.reqPositions();
  });

  return {
    serverVersion: ib.serverVersion, firstOrderId, marketTime, spot, expiry,
    details: { conId: underlying.conId, longName: stock[0].longName },
    chain: { expirations: smart.expirations.length, strikes: smart.strikes.length, exchanges: chain.length },
    calls: calls.length, puts: puts.length,
    stream: [...quotes.values()].map(({ bid, ask, delta, impliedVolatility, openInterest, contract }) =>
      ({ conId: contract.conId, bid, ask, delta, impliedVolatility, openInterest })),
    fill, cancelled, cancelNotices, positions, traded: traded.contract.conId,
  };
}

let result;
try {
  result = await converse();
} catch (failure) {
  result = { failure: failure.message };
}
ib.disconnect();
console.log(JSON.stringify({ ...result, errors, notices }));
process.exit(result.failure ? 1 : 0);
