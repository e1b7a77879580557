package io.flowsweep.sweep.override;

import static org.assertj.core.api.Assertions.assertThat;

import io.flowsweep.errors.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every form of override that Hydra 1.4 documents, on values of our own: read with the same meaning, which the normalised
 * form shows, or refused with what to write instead.
 */
class HydraExamplesTest {

    private static String read(String override) {
        try {
            return SweepOverride.parse(override).normalised();
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    opt.lr=fast                 | opt.lr=fast
                    +opt.lr=fast                | +opt.lr=fast
                    ++opt.lr=fast               | ++opt.lr=fast
                    ~opt.lr                     | ~opt.lr
                    ~opt.lr=fast                | ~opt.lr=fast
                    ~opt.lr=                    | ~opt.lr=''
                    opt.lr=                     | opt.lr=''
                    +opt.lr=                    | +opt.lr=''
                    net=wide                    | net=wide
                    zoo/net=wide                | zoo.net=wide
                    +net=wide                   | +net=wide
                    +zoo/net=wide               | +zoo.net=wide
                    ~net                        | ~net
                    ~net=wide                   | ~net=wide
                    ~zoo/net                    | ~zoo.net
                    ~zoo/net=wide               | ~zoo.net=wide
                    ~zoo/net/deep               | ~zoo.net.deep
                    $net=wide                   | $net=wide
                    layers.0=4                  | layers.0=4
                    """)
    void lines(String override, String meaning) {
        assertThat(read(override)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    k="good morning"                    | k='good morning'
                    k='good morning'                    | k='good morning'
                    k="so \\"called\\" name"            | k='so "called" name'
                    k='so \\'called\\' name'            | k='so \\'called\\' name'
                    k="in D:\\\\\\"my data\\"\\\\"      | k='in D:\\"my data"\\\\'
                    k='in D:\\\\\\'my data\\'\\\\'      | k='in D:\\\\\\'my data\\'\\\\'
                    k="4,5,6"                           | k='4,5,6'
                    k='4,5,6'                           | k='4,5,6'
                    k="{x:1} ${abc}"                    | k='{x:1} ${abc}'
                    k='{x:1} ${abc}'                    | k='{x:1} ${abc}'
                    k="'inner'"                         | k='\\'inner\\''
                    k='"inner"'                         | k='"inner"'
                    +k="{x: 1}"                         | +k='{x: 1}'
                    +k={x: 1}                           | +k={'x':1}
                    k=good morning                      | k='good morning'
                    k=    good morning                  | k='good morning'
                    k=run\\{x\\=1\\,y\\=2\\}            | k='run{x=1,y=2}'
                    k="R[S"                             | k='R[S'
                    k=R\\[S                             | k='R[S'
                    k=/home/${who}                      | k='/home/${who}'
                    """)
    void quotesBlanksAndEscapes(String override, String meaning) {
        assertThat(read(override)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    k=wonka12               | k='wonka12'
                    k=wonka_13              | k='wonka_13'
                    k=null                  | k=null
                    k=NuLL                  | k=null
                    k=20                    | k=20
                    k=-30                   | k=-30
                    k=0                     | k=0
                    k=2_000_000             | k=2000000
                    k=2.72                  | k=2.72
                    k=-20e6                 | k=-20000000
                    k=1e-2                  | k=0.01
                    k=true                  | k=true
                    k=TrUe                  | k=true
                    k=False                 | k=false
                    k=left.right            | k=left.right
                    k=${left.right}         | k='${left.right}'
                    k=[4,5,6]               | k=[4,5,6]
                    k=[x,[y,[z]]]           | k=[x,[y,[z]]]
                    k={x:1,y:2}             | k={'x':1,'y':2}
                    k={x:1,y:{z:3,w:4}}     | k={'x':1,'y':{'w':4,'z':3}}
                    net={user:me,pin:99}    | net={'pin':99,'user':me}
                    """)
    void valuesListsAndDicts(String override, String meaning) {
        assertThat(read(override)).isEqualTo(meaning.replaceAll("'(wonka\\w+)'", "$1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    k=x,y                                   | k=x,y
                    k="x,y","z,w"                           | k='x,y','z,w'
                    k=[x,y],[z,w]                           | k=[x,y],[z,w]
                    k={x:1, y:2},{z:3,w:4}                  | k={'x':1,'y':2},{'w':4,'z':3}
                    net=wide,deep                           | net=wide,deep
                    net=choice(wide,deep)                   | net=wide,deep
                    net=glob(*)                             | net=glob(['*'])
                    net=glob(*,exclude=deep)                | net=glob(['*'],[deep])
                    net=glob([d*,w*],exclude=draft)         | net=glob(['d*','w*'],[draft])
                    n=range(0,4)                            | n=0,1,2,3
                    n=range(0,6,2)                          | n=0,2,4
                    n=range(0,8,2.2)                        | n=0,2.2,4.4,6.6
                    n=range(4,0,-2)                         | n=4,2
                    n=range(start=0,stop=2)                 | n=0,1
                    n=range(0,stop=2)                       | n=0,1
                    n=sort(4,6,5)                           | n=4,5,6
                    n=sort(4,6,5,reverse=true)              | n=6,5,4
                    n=sort(choice(4,5,6))                   | n=4,5,6
                    n=sort(sweep=choice(6,5))               | n=5,6
                    n=sort(choice(4,5,6),reverse=true)      | n=6,5,4
                    n=sort(range(1,4),reverse=true)         | n=3,2,1
                    n=sort([4,6,5])                         | n=[4,5,6]
                    n=sort(list=[4,6,5])                    | n=[4,5,6]
                    n=sort(list=[4,6,5], reverse=true)      | n=[6,5,4]
                    n=sort(4)                               | n=4
                    """)
    void sweeps(String override, String meaning) {
        assertThat(read(override)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    n=int(2.72)             | n=2
                    n=int(value=2.72)       | n=2
                    n=float(20)             | n=20
                    n=str(20)               | n='20'
                    n=str(20.0)             | n='20.0'
                    n=bool(1)               | n=true
                    n=bool(0.0)             | n=false
                    n=int(1e3)              | n=1000
                    n=int("20")             | n=20
                    n=float("20.0")         | n=20
                    n=bool("true")          | n=true
                    n=bool("FALSE")         | n=false
                    n=int(true)             | n=1
                    n=float(false)          | n=0
                    n=str(true)             | n='true'
                    n=str(abc)              | n=abc
                    n=str("")               | n=''
                    n=int([])               | n=[]
                    n=str({})               | n={}
                    n=str([4,5])            | n=['4','5']
                    n=bool([0,1])           | n=[false,true]
                    n=int([1.5,[2.5]])      | n=[1,[2]]
                    n=str({x:20})           | n={'x':'20'}
                    n=float({x:[0,1]})      | n={'x':[0,1]}
                    n=bool(choice(0,1))     | n=false,true
                    n=str(choice(0,x))      | n='0',x
                    n=float(range(1,3))     | n=1,2
                    n=int(range(1.0,3.0))   | n=1,2
                    """)
    void casts(String override, String meaning) {
        assertThat(read(override)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    net@spare=wide              | path { group = "folder/*.conf" }
                    net@one:two=wide            | path { group = "folder/*.conf" }
                    k=R[S                       | Put a text that holds it in quotes
                    k=inf                       | Put it in quotes
                    k=-inf                      | Put it in quotes
                    k=NaN                       | Put it in quotes
                    k=${oc.env:HOME,me}         | path="$NAME"
                    k="${place: {at: ${who}}}"  | Write ${config.cpu}
                    n=interval(1.0,4.0)         | { uniform = [a, b] }
                    n=tag(ab,interval(0,1))     | { uniform = [a, b] }
                    n=tag(ab,choice(0,1))       | tags = ["…"]
                    n=shuffle(x,y)              | --shuffle SEED
                    n=shuffle(range(1,4))       | --shuffle SEED
                    n=sort(range(9,1))          | range(9,1,1) is empty
                    n=range(start=0,4)          | Name it, too
                    n=int(abc)                  | int() cannot read abc
                    n=int("20.0")               | int() cannot read 20.0
                    n=bool("20")                | bool() cannot read 20
                    n=int([x,1])                | int() cannot read x
                    n=str(interval(1,2))        | { uniform = [a, b] }
                    n=extend_list(4)            | Give the whole list
                    n=json_str({x:1})           | Write the JSON in quotes
                    """)
    void whatHasNoCounterpartSaysWhatToWrite(String override, String cure) {
        assertThat(read(override)).startsWith("column ").contains(cure);
    }
}
