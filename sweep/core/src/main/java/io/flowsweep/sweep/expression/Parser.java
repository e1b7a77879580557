package io.flowsweep.sweep.expression;

import io.flowsweep.errors.Suggestions;
import io.flowsweep.sweep.expression.Token.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the tree of an expression by the strength of its operators (Pratt, 1973). */
final class Parser {

    static final int DEEPEST = 100;

    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "true", "false", "null");

    private final List<Token> tokens;
    private final List<Node.Name> names = new ArrayList<>();
    private int next;
    private int depth;

    Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Node parse() {
        Node root = choice();
        Token rest = peek();
        if (rest.kind() != Kind.END) {
            throw new ExpressionFault("nothing can follow here, but " + rest.shown() + " does", rest.at(), "");
        }
        return root;
    }

    /** Every name of the tree, in the order of the text. */
    List<Node.Name> names() {
        return names;
    }

    private Node choice() {
        enter();
        Node condition = binary(Operator.WEAKEST);
        Token mark = peek();
        if (take("?")) {
            Node yes = choice();
            expect(":", mark);
            condition = new Node.Choice(condition, yes, choice(), mark.at());
        }
        depth--;
        return condition;
    }

    private Node binary(int weakest) {
        Node left = prefix(weakest);
        boolean compared = false;
        while (true) {
            Token token = peek();
            Optional<Operator> found = operator();
            if (found.isEmpty() || found.get().level() < weakest) {
                return left;
            }
            Operator operator = found.get();
            boolean compares = operator.level() == Operator.COMPARISON;
            if (compares && compared) {
                throw new ExpressionFault("comparisons cannot be chained", token.at(), "Write a < b and b < c.");
            }
            compared |= compares;
            next += operator == Operator.NOT_IN ? 2 : 1;
            left = new Node.Binary(operator, left, binary(operator.level() + 1), token.at());
        }
    }

    /** The operator that comes next; {@code not in} is one. */
    private Optional<Operator> operator() {
        boolean notIn = peek().is("not") && tokens.get(next + 1).is("in");
        return notIn ? Optional.of(Operator.NOT_IN) : Operator.of(peek());
    }

    private Node prefix(int weakest) {
        Token token = peek();
        if (token.is("not") && weakest <= Operator.NOT_LEVEL) {
            return new Node.Not(operand(Operator.NOT_LEVEL), token.at());
        }
        if (token.is("!")) {
            return new Node.Not(operand(Operator.TIGHTEST), token.at());
        }
        if (token.is("-")) {
            return new Node.Minus(operand(Operator.TIGHTEST), token.at());
        }
        return members(primary());
    }

    /** What a prefix stands before. */
    private Node operand(int weakest) {
        enter();
        next++;
        Node operand = binary(weakest);
        depth--;
        return operand;
    }

    private Node members(Node owner) {
        Node node = owner;
        while (true) {
            Token token = peek();
            if (take("[")) {
                node = new Node.Member(node, choice(), token.at());
                expect("]", token);
            } else if (take(".")) {
                Token name = peek();
                if (name.kind() != Kind.NAME) {
                    throw new ExpressionFault("a name must follow the dot, not " + name.shown(), name.at(), "");
                }
                next++;
                for (String segment : name.segments()) {
                    node = new Node.Member(node, new Node.Literal(segment, name.at()), name.at());
                }
            } else {
                refuseCall(token);
                return node;
            }
        }
    }

    private void refuseCall(Token token) {
        if (token.is("(")) {
            throw new ExpressionFault("a value cannot be called", token.at(), "There are no methods.");
        }
    }

    private Node primary() {
        Token token = peek();
        next += token.kind() == Kind.END ? 0 : 1;
        switch (token.kind()) {
            case NUMBER, TEXT -> {
                return new Node.Literal(token.value(), token.at());
            }
            case NAME -> {
                return RESERVED.contains(token.text()) ? constant(token) : nameOrCall(token);
            }
            default -> {
                if (token.is("(")) {
                    Node inner = choice();
                    expect(")", token);
                    return inner;
                }
                if (token.is("[")) {
                    return new Node.Items(items("]", token), token.at());
                }
                if (token.is("{")) {
                    return new Node.Entries(entries(token), token.at());
                }
                throw new ExpressionFault("a value must stand here, not " + token.shown(), token.at(), "");
            }
        }
    }

    private static Node constant(Token token) {
        return switch (token.text()) {
            case "true" -> new Node.Literal(true, token.at());
            case "false" -> new Node.Literal(false, token.at());
            case "null" -> new Node.Literal(null, token.at());
            default ->
                throw new ExpressionFault(
                        "a value must stand here, not " + token.shown(), token.at(), "Put a text in quotes.");
        };
    }

    private Node nameOrCall(Token token) {
        if (!peek().is("(")) {
            Node.Name name = new Node.Name(token.segments(), token.at());
            names.add(name);
            return name;
        }
        Function function = Function.named(token.text())
                .orElseThrow(() -> new ExpressionFault(
                        "there is no function " + token.shown(),
                        token.at(),
                        Suggestions.didYouMean(token.text(), Function.names())));
        Token open = peek();
        next++;
        List<Node> arguments = items(")", open);
        function.checkCount(arguments.size(), token.at());
        return new Node.Call(function, arguments, token.at());
    }

    private List<Node> items(String close, Token open) {
        List<Node> items = new ArrayList<>();
        separated(close, open, () -> items.add(choice()));
        return items;
    }

    /** Parts with commas between them, and maybe one at the end. */
    private void separated(String close, Token open, Runnable part) {
        while (!take(close)) {
            part.run();
            if (!peek().is(close)) {
                expect(",", open);
            }
        }
    }

    private Map<String, Node> entries(Token open) {
        Map<String, Node> entries = new LinkedHashMap<>();
        separated("}", open, () -> {
            Token key = peek();
            String name = key();
            if (entries.put(name, choice()) != null) {
                throw new ExpressionFault("the key \"" + name + "\" stands there twice", key.at(), "");
            }
        });
        return entries;
    }

    private String key() {
        Token key = peek();
        boolean word = key.kind() == Kind.NAME && key.segments().size() == 1;
        if (!word && key.kind() != Kind.TEXT) {
            throw new ExpressionFault("a key must stand here, not " + key.shown(), key.at(), "");
        }
        next++;
        expect(":", key);
        return word ? key.segments().get(0) : (String) key.value();
    }

    private void expect(String symbol, Token opened) {
        Token token = peek();
        if (!take(symbol)) {
            throw new ExpressionFault(
                    "\"" + symbol + "\" must follow for " + opened.shown() + ", not " + token.shown(), token.at(), "");
        }
    }

    private boolean take(String symbol) {
        boolean there = peek().is(symbol);
        next += there ? 1 : 0;
        return there;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw new ExpressionFault("this is nested more than " + DEEPEST + " deep", peek().at(), "");
        }
    }
}
